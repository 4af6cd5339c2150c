"""placeholder"""
class WasiBackend:
    name="wasi"; title="wasi"
    def check(self): return "not yet"
    def missing(self): return "not yet"
