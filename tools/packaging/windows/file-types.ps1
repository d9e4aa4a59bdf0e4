# Tell Windows which files the program opens, for this person alone; `-Remove` takes it back.
# XLIFF, PO, TMX and TBX files get an entry under "Open with"; libraries (.workbench) open with a double click.
param([switch]$Remove)
$ErrorActionPreference = "Stop"
$program = Join-Path $PSScriptRoot "workbench-desktop.exe"
$classes = "HKCU:\Software\Classes"
$kind = "TranslationWorkbench.File"

if ($Remove) {
  Remove-Item -Recurse -ErrorAction SilentlyContinue "$classes\$kind", "$classes\.workbench"
} else {
  New-Item -Force "$classes\$kind\shell\open\command" -Value "`"$program`" `"%1`"" | Out-Null
  New-Item -Force "$classes\$kind\DefaultIcon" -Value "`"$program`",0" | Out-Null
  New-Item -Force "$classes\.workbench" -Value $kind | Out-Null
}
foreach ($ending in ".xlf", ".xliff", ".po", ".tmx", ".tbx") {
  $list = "$classes\$ending\OpenWithProgids"
  if ($Remove) {
    Remove-ItemProperty -ErrorAction SilentlyContinue -Path $list -Name $kind
  } else {
    New-Item -Force $list | Out-Null
    New-ItemProperty -Force -Path $list -Name $kind -Value "" | Out-Null
  }
}
