<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Words</name>
    <message>
      <source>
… and {0} more.</source>
      <translation>
… und {0} weitere.</translation>
    </message>
    <message>
      <source> (your own)</source>
      <translation> (eigener)</translation>
    </message>
    <message>
      <source> · needs a key: {0}</source>
      <translation> · braucht einen Schlüssel: {0}</translation>
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
      <source>(not kept any more)</source>
      <translation>(nicht mehr aufbewahrt)</translation>
    </message>
    <message>
      <source>, cached ${0:g}</source>
      <translation>, Cache ${0:g}</translation>
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
      <source>1 file selected</source>
      <translation>1 Datei ausgewählt</translation>
    </message>
    <message>
      <source>1 message</source>
      <translation>1 Nachricht</translation>
    </message>
    <message>
      <source>1 model</source>
      <translation>1 Modell</translation>
    </message>
    <message>
      <source>1 token</source>
      <translation>1 Token</translation>
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
      <source>All that fit into the model</source>
      <translation>Alle, die ins Modell passen</translation>
    </message>
    <message>
      <source>All threads</source>
      <translation>Alle Threads</translation>
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
      <source>At most</source>
      <translation>Höchstens</translation>
    </message>
    <message>
      <source>At most this much a month, in US dollars</source>
      <translation>Höchstens so viel im Monat, in US-Dollar</translation>
    </message>
    <message>
      <source>At most {0} characters.</source>
      <translation>Höchstens {0} Zeichen.</translation>
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
      <source>Being read</source>
      <translation>Wird gelesen</translation>
    </message>
    <message>
      <source>Below 1, unlikely words are left out. Change this or creativity, not both.</source>
      <translation>Unter 1 entfallen unwahrscheinliche Wörter. Ändern Sie dies oder die Kreativität, nicht beides.</translation>
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
      <source>Copies of your data</source>
      <translation>Kopien Ihrer Daten</translation>
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
      <source>Everything that this program asks of a service is listed here: when, whom, what came back, tokens, cost and time. Keys are never kept.</source>
      <translation>Alles, was dieses Programm von einem Dienst verlangt, steht hier: wann, von wem, was zurückkam, Token, Kosten und Zeit. Schlüssel werden nie aufbewahrt.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
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
      <source>File search and code interpreter are built in, with citations and files.</source>
      <translation>Dateisuche und Code-Interpreter sind eingebaut, mit Zitaten und Dateien.</translation>
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
      <source>First mend what is marked above.</source>
      <translation>Beheben Sie zuerst, was oben markiert ist.</translation>
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
      <source>From the welcome</source>
      <translation>Aus der Begrüßung</translation>
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
      <source>Give up after</source>
      <translation>Aufgeben nach</translation>
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
      <source>Image made by the code; Enter enlarges it</source>
      <translation>Vom Code erzeugtes Bild; Eingabe vergrößert es</translation>
    </message>
    <message>
      <source>Image {0}</source>
      <translation>Bild {0}</translation>
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
      <source>It works without stored responses, too.</source>
      <translation>Sie geht auch ohne gespeicherte Antworten.</translation>
    </message>
    <message>
      <source>Items of the conversation can be sent one by one.</source>
      <translation>Teile des Gesprächs lassen sich einzeln senden.</translation>
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
      <source>No model server runs here now. Ollama, LM Studio, llama.cpp, vLLM, Jan and LocalAI are found when they do.</source>
      <translation>Hier läuft gerade kein Modellserver. Ollama, LM Studio, llama.cpp, vLLM, Jan und LocalAI werden gefunden, sobald sie laufen.</translation>
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
      <source>No thread selected</source>
      <translation>Kein Thread ausgewählt</translation>
    </message>
    <message>
      <source>No threads yet</source>
      <translation>Noch keine Threads</translation>
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
      <source>Not offered at the moment: its connection may be gone or not tested yet.</source>
      <translation>Zurzeit nicht verfügbar: Die Verbindung fehlt vielleicht oder ist noch nicht getestet.</translation>
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
      <source>Not there any more</source>
      <translation>Nicht mehr vorhanden</translation>
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
      <source>Running</source>
      <translation>Läuft</translation>
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
      <source>Searching…</source>
      <translation>Wird gesucht …</translation>
    </message>
    <message>
      <source>Secret {0}</source>
      <translation>Geheimnis {0}</translation>
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
      <source>Stopped</source>
      <translation>Beendet</translation>
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
      <source>The engine</source>
      <translation>Die Engine</translation>
    </message>
    <message>
      <source>The engine keeps your assistants and threads and speaks the Assistants API for any model. It runs on this computer only, and ends with the program.</source>
      <translation>Die Engine bewahrt Ihre Assistenten und Threads auf und spricht die Assistants API für jedes Modell. Sie läuft nur auf diesem Computer und endet mit dem Programm.</translation>
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
      <source>The key is in the Azure portal, under “Keys and Endpoint” of your resource.</source>
      <translation>Der Schlüssel steht im Azure-Portal unter „Keys and Endpoint“ Ihrer Ressource.</translation>
    </message>
    <message>
      <source>The key is kept for this session only{0}.</source>
      <translation>Der Schlüssel wird nur für diese Sitzung aufbewahrt{0}.</translation>
    </message>
    <message>
      <source>The key is taken from {0}.</source>
      <translation>Der Schlüssel wird aus {0} genommen.</translation>
    </message>
    <message>
      <source>The lane stops and shows a form each time.</source>
      <translation>Die Spur hält jedes Mal an und zeigt ein Formular.</translation>
    </message>
    <message>
      <source>The left answer</source>
      <translation>Die linke Antwort</translation>
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
      <source>The model is asked once with what stands here; nothing is saved.</source>
      <translation>Das Modell wird einmal mit dem gefragt, was hier steht; nichts wird gespeichert.</translation>
    </message>
    <message>
      <source>The model is thinking…</source>
      <translation>Das Modell denkt nach …</translation>
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
      <source>The system's sandbox</source>
      <translation>Die Sandbox des Systems</translation>
    </message>
    <message>
      <source>The text of a file can be read as soon as the file is ready.</source>
      <translation>Der Text einer Datei kann gelesen werden, sobald die Datei bereit ist.</translation>
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
      <source>Tokens in a chunk</source>
      <translation>Token je Abschnitt</translation>
    </message>
    <message>
      <source>tokens in a chunk,</source>
      <translation>Token je Abschnitt,</translation>
    </message>
    <message>
      <source>Tokens shared with the neighbour</source>
      <translation>Mit dem Nachbarn gemeinsame Token</translation>
    </message>
    <message>
      <source>Too small for tools</source>
      <translation>Zu klein für Werkzeuge</translation>
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
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Unload</source>
      <translation>Entladen</translation>
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
      <source>Uploading {0}…</source>
      <translation>{0} wird hochgeladen …</translation>
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
      <source>version {0}</source>
      <translation>Version {0}</translation>
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
      <source>Words or meaning</source>
      <translation>Wörter oder Bedeutung</translation>
    </message>
    <message>
      <source>Working</source>
      <translation>In Arbeit</translation>
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
      <source>Writes and runs Python</source>
      <translation>Schreibt und führt Python aus</translation>
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
      <source>Your last comparison</source>
      <translation>Ihr letzter Vergleich</translation>
    </message>
    <message>
      <source>{0:,} already held</source>
      <translation>{0:,} schon vorhanden</translation>
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
      <source>{0:,} KB</source>
      <translation>{0:,} KB</translation>
    </message>
    <message>
      <source>{0:,} messages</source>
      <translation>{0:,} Nachrichten</translation>
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
      <source>{0:,} place differs; {1:.0%} of the words are the same.</source>
      <translation>{0:,} Stelle ist anders; {1:.0%} der Wörter sind gleich.</translation>
    </message>
    <message>
      <source>{0:,} places differ; {1:.0%} of the words are the same.</source>
      <translation>{0:,} Stellen sind anders; {1:.0%} der Wörter sind gleich.</translation>
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
      <source>{0:,} tokens</source>
      <translation>{0:,} Token</translation>
    </message>
    <message>
      <source>{0:,} tokens of context</source>
      <translation>{0:,} Token Kontext</translation>
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
      <source>{0}
… {1:,} more characters; Copy takes all of it.</source>
      <translation>{0}
… {1:,} weitere Zeichen; Kopieren nimmt alles.</translation>
    </message>
    <message>
      <source>{0} a second</source>
      <translation>{0} je Sekunde</translation>
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
      <source>{0}: {1:.0%} of {2}, between {3:.0%} and {4:.0%}</source>
      <translation>{0}: {1:.0%} von {2}, zwischen {3:.0%} und {4:.0%}</translation>
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
      <source>“v1” for a resource's newer endpoint, which needs no dated version.</source>
      <translation>„v1“ für den neueren Endpunkt einer Ressource, der keine datierte Version braucht.</translation>
    </message>
    <message>
      <source>“{0}” cannot be written there.</source>
      <translation>„{0}“ kann dort nicht geschrieben werden.</translation>
    </message>
    <message>
      <source>“{0}” was saved.</source>
      <translation>„{0}“ wurde gespeichert.</translation>
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
  </context>
</TS>
