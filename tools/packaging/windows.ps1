# Build the program for Windows into dist\: a folder, and the same as an archive to hand out.
# Usage: powershell -File tools\packaging\windows.ps1 [-Python PATH]
# (default: .venv\Scripts\python.exe, with `pip install -e .[installer]`)
param([string]$Python = ".venv\Scripts\python.exe", [string]$Out = "dist")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
$name = "translation-workbench"

& $Python tools\packaging\icons.py build\icons | Out-Null
if ($LASTEXITCODE) { exit $LASTEXITCODE }
& $Python -m PyInstaller --noconfirm --log-level WARN --distpath $Out --workpath build\pyinstaller `
  tools\packaging\workbench.spec
if ($LASTEXITCODE) { exit $LASTEXITCODE }
Copy-Item LICENSE, tools\packaging\windows\file-types.ps1 (Join-Path $Out $name)
Compress-Archive -Force -Path (Join-Path $Out $name) -DestinationPath (Join-Path $Out "$name-windows.zip")
Get-Item (Join-Path $Out "$name-windows.zip") | Select-Object Name, Length
