; Inno Setup: the Windows installer, made from the frozen program in dist\assistant-workbench.
;
;     iscc /DVersion=1.2.3 packaging\windows\installer.iss
;
; To sign, configure a sign tool named “signing” in Inno Setup (or pass /Ssigning=“…”) and pass /DSign.

#ifndef Version
  #define Version "0.0.0"
#endif
#define Root SourcePath + "..\.."

[Setup]
AppId={{6A1D7C52-7B0E-4C6B-9E57-2F0B6C1F8A31}
AppName=Assistant Workbench
AppVersion={#Version}
AppPublisher=Assistant Workbench
VersionInfoVersion={#Version}
DefaultDirName={autopf}\Assistant Workbench
DefaultGroupName=Assistant Workbench
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir={#Root}\dist
OutputBaseFilename=assistant-workbench-{#Version}-setup
SetupIconFile={#Root}\build\icons\assistant-workbench.ico
UninstallDisplayIcon={app}\assistant-workbench.exe
LicenseFile={#Root}\LICENSE
Compression=lzma2/normal
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
#ifdef Sign
SignTool=signing
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"

[CustomMessages]
en.DeleteData=Delete your assistants, threads and settings, too?%n%n%1%n%nNo keeps them for the next installation.
de.DeleteData=Auch Ihre Assistenten, Threads und Einstellungen löschen?%n%n%1%n%nNein behält sie für die nächste Installation.
es.DeleteData=¿Eliminar también sus asistentes, conversaciones y ajustes?%n%n%1%n%nNo los conserva para la próxima instalación.
en.AssistantFile=Assistant with its knowledge
de.AssistantFile=Assistent mit seinem Wissen
es.AssistantFile=Asistente con su conocimiento

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Root}\dist\assistant-workbench\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "{#Root}\build\icons\assistant-workbench.ico"; DestDir: "{app}"

[Icons]
Name: "{autoprograms}\Assistant Workbench"; Filename: "{app}\assistant-workbench.exe"; IconFilename: "{app}\assistant-workbench.ico"
Name: "{autodesktop}\Assistant Workbench"; Filename: "{app}\assistant-workbench.exe"; IconFilename: "{app}\assistant-workbench.ico"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.assistant"; ValueType: string; ValueData: "AssistantWorkbench.Assistant"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\AssistantWorkbench.Assistant"; ValueType: string; ValueData: "{cm:AssistantFile}"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\AssistantWorkbench.Assistant\DefaultIcon"; ValueType: string; ValueData: "{app}\assistant-workbench.ico"
Root: HKA; Subkey: "Software\Classes\AssistantWorkbench.Assistant\shell\open\command"; ValueType: string; ValueData: """{app}\assistant-workbench.exe"" ""%1"""

[Run]
Filename: "{app}\assistant-workbench.exe"; Description: "{cm:LaunchProgram,Assistant Workbench}"; Flags: nowait postinstall skipifsilent

[Code]
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Data: String;
begin
  if CurUninstallStep <> usPostUninstall then
    Exit;
  Data := ExpandConstant('{localappdata}\assistant-workbench');
  if not DirExists(Data) then
    Exit;
  { A silent removal never touches data; otherwise No is what Enter means. }
  if UninstallSilent then
    Exit;
  if MsgBox(FmtMessage(CustomMessage('DeleteData'), [Data]), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
    DelTree(Data, True, True, True);
end;
