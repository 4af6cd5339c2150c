<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
  <context>
    <name>Words</name>
    <message>
      <source>
… and {0} more.</source>
      <translation>
… y {0} más.</translation>
    </message>
    <message>
      <source> (your own)</source>
      <translation> (propio)</translation>
    </message>
    <message>
      <source> · needs a key: {0}</source>
      <translation> · necesita una clave: {0}</translation>
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
      <source>(not kept any more)</source>
      <translation>(ya no se conserva)</translation>
    </message>
    <message>
      <source>, cached ${0:g}</source>
      <translation>, caché ${0:g}</translation>
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
      <source>1 file selected</source>
      <translation>1 archivo seleccionado</translation>
    </message>
    <message>
      <source>1 message</source>
      <translation>1 mensaje</translation>
    </message>
    <message>
      <source>1 model</source>
      <translation>1 modelo</translation>
    </message>
    <message>
      <source>1 token</source>
      <translation>1 token</translation>
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
      <source>All that fit into the model</source>
      <translation>Todos los que quepan en el modelo</translation>
    </message>
    <message>
      <source>All threads</source>
      <translation>Todos los hilos</translation>
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
      <source>At most</source>
      <translation>Como máximo</translation>
    </message>
    <message>
      <source>At most this much a month, in US dollars</source>
      <translation>Como máximo al mes, en dólares estadounidenses</translation>
    </message>
    <message>
      <source>At most {0} characters.</source>
      <translation>Como máximo {0} caracteres.</translation>
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
      <source>Being read</source>
      <translation>Leyéndose</translation>
    </message>
    <message>
      <source>Below 1, unlikely words are left out. Change this or creativity, not both.</source>
      <translation>Por debajo de 1 se descartan palabras improbables. Cambie esto o la creatividad, no ambas.</translation>
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
      <source>Copies of your data</source>
      <translation>Copias de sus datos</translation>
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
      <source>Everything that this program asks of a service is listed here: when, whom, what came back, tokens, cost and time. Keys are never kept.</source>
      <translation>Aquí figura todo lo que este programa pide a un servicio: cuándo, a quién, qué volvió, tokens, coste y tiempo. Las claves nunca se guardan.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>En todas partes</translation>
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
      <source>Extra high</source>
      <translation>Muy alto</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fallidos</translation>
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
      <source>File search and code interpreter are built in, with citations and files.</source>
      <translation>La búsqueda en archivos y el intérprete de código vienen integrados, con citas y archivos.</translation>
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
      <source>First mend what is marked above.</source>
      <translation>Corrija primero lo marcado arriba.</translation>
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
      <source>From the welcome</source>
      <translation>Desde la bienvenida</translation>
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
      <source>Give up after</source>
      <translation>Desistir tras</translation>
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
      <source>Image made by the code; Enter enlarges it</source>
      <translation>Imagen creada por el código; Intro la amplía</translation>
    </message>
    <message>
      <source>Image {0}</source>
      <translation>Imagen {0}</translation>
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
      <source>It works without stored responses, too.</source>
      <translation>También funciona sin respuestas guardadas.</translation>
    </message>
    <message>
      <source>Items of the conversation can be sent one by one.</source>
      <translation>Los elementos de la conversación se pueden enviar uno a uno.</translation>
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
      <source>No model server runs here now. Ollama, LM Studio, llama.cpp, vLLM, Jan and LocalAI are found when they do.</source>
      <translation>Ahora no hay ningún servidor de modelos en marcha. Ollama, LM Studio, llama.cpp, vLLM, Jan y LocalAI se encuentran en cuanto lo están.</translation>
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
      <source>No thread selected</source>
      <translation>Ningún hilo seleccionado</translation>
    </message>
    <message>
      <source>No threads yet</source>
      <translation>Aún no hay hilos</translation>
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
      <source>Not offered at the moment: its connection may be gone or not tested yet.</source>
      <translation>No disponible por ahora: quizá falte su conexión o aún no se haya probado.</translation>
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
      <source>Not there any more</source>
      <translation>Ya no existe</translation>
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
      <source>Running</source>
      <translation>En marcha</translation>
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
      <source>Searching…</source>
      <translation>Buscando…</translation>
    </message>
    <message>
      <source>Secret {0}</source>
      <translation>Secreto {0}</translation>
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
      <source>Stopped</source>
      <translation>Detenido</translation>
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
      <source>The engine</source>
      <translation>El motor</translation>
    </message>
    <message>
      <source>The engine keeps your assistants and threads and speaks the Assistants API for any model. It runs on this computer only, and ends with the program.</source>
      <translation>El motor conserva sus asistentes e hilos y habla la Assistants API para cualquier modelo. Funciona solo en este equipo y termina con el programa.</translation>
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
      <source>The key is in the Azure portal, under “Keys and Endpoint” of your resource.</source>
      <translation>La clave está en el portal de Azure, en «Keys and Endpoint» de su recurso.</translation>
    </message>
    <message>
      <source>The key is kept for this session only{0}.</source>
      <translation>La clave se guarda solo durante esta sesión{0}.</translation>
    </message>
    <message>
      <source>The key is taken from {0}.</source>
      <translation>La clave se toma de {0}.</translation>
    </message>
    <message>
      <source>The lane stops and shows a form each time.</source>
      <translation>El carril se detiene y muestra un formulario cada vez.</translation>
    </message>
    <message>
      <source>The left answer</source>
      <translation>La respuesta de la izquierda</translation>
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
      <source>The model is asked once with what stands here; nothing is saved.</source>
      <translation>Se pregunta al modelo una vez con lo que hay aquí; no se guarda nada.</translation>
    </message>
    <message>
      <source>The model is thinking…</source>
      <translation>El modelo está pensando…</translation>
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
      <source>The system's sandbox</source>
      <translation>El entorno aislado del sistema</translation>
    </message>
    <message>
      <source>The text of a file can be read as soon as the file is ready.</source>
      <translation>El texto de un archivo se puede leer en cuanto el archivo está listo.</translation>
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
      <source>Tokens in a chunk</source>
      <translation>Tokens por fragmento</translation>
    </message>
    <message>
      <source>tokens in a chunk,</source>
      <translation>tokens por fragmento,</translation>
    </message>
    <message>
      <source>Tokens shared with the neighbour</source>
      <translation>Tokens compartidos con el vecino</translation>
    </message>
    <message>
      <source>Too small for tools</source>
      <translation>Demasiado pequeño para herramientas</translation>
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
      <source>Undo</source>
      <translation>Deshacer</translation>
    </message>
    <message>
      <source>Unload</source>
      <translation>Descargar de memoria</translation>
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
      <source>Uploading {0}…</source>
      <translation>Subiendo {0}…</translation>
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
      <source>version {0}</source>
      <translation>versión {0}</translation>
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
      <source>Words or meaning</source>
      <translation>Palabras o significado</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>Trabajando</translation>
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
      <source>Writes and runs Python</source>
      <translation>Escribe y ejecuta Python</translation>
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
      <source>Your last comparison</source>
      <translation>Su última comparación</translation>
    </message>
    <message>
      <source>{0:,} already held</source>
      <translation>{0:,} ya presentes</translation>
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
      <source>{0:,} KB</source>
      <translation>{0:,} KB</translation>
    </message>
    <message>
      <source>{0:,} messages</source>
      <translation>{0:,} mensajes</translation>
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
      <source>{0:,} place differs; {1:.0%} of the words are the same.</source>
      <translation>Difiere {0:,} lugar; el {1:.0%} de las palabras coincide.</translation>
    </message>
    <message>
      <source>{0:,} places differ; {1:.0%} of the words are the same.</source>
      <translation>Difieren {0:,} lugares; el {1:.0%} de las palabras coincide.</translation>
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
      <source>{0:,} tokens</source>
      <translation>{0:,} tokens</translation>
    </message>
    <message>
      <source>{0:,} tokens of context</source>
      <translation>{0:,} tokens de contexto</translation>
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
      <source>{0}
… {1:,} more characters; Copy takes all of it.</source>
      <translation>{0}
… {1:,} caracteres más; Copiar los toma todos.</translation>
    </message>
    <message>
      <source>{0} a second</source>
      <translation>{0} por segundo</translation>
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
      <source>{0}: {1:.0%} of {2}, between {3:.0%} and {4:.0%}</source>
      <translation>{0}: {1:.0%} de {2}, entre {3:.0%} y {4:.0%}</translation>
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
      <source>“v1” for a resource's newer endpoint, which needs no dated version.</source>
      <translation>«v1» para el punto de acceso más reciente de un recurso, que no necesita versión con fecha.</translation>
    </message>
    <message>
      <source>“{0}” cannot be written there.</source>
      <translation>«{0}» no se puede escribir allí.</translation>
    </message>
    <message>
      <source>“{0}” was saved.</source>
      <translation>«{0}» se guardó.</translation>
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
  </context>
</TS>
