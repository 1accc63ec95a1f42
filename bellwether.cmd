@echo off
rem Builds Bellwether (quick when nothing changed), then runs its command line with the arguments given.
setlocal
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_NOLOGO=1
set "ROOT=%~dp0"
set "LOG=%TEMP%\bellwether-build-%RANDOM%%RANDOM%.log"
dotnet --list-sdks 2>nul | findstr /b "10." >nul
if errorlevel 1 (
  echo Bellwether needs the .NET 10 SDK, and there is none on the PATH. 1>&2
  echo Install it with: winget install Microsoft.DotNet.SDK.10 1>&2
  exit /b 1
)
dotnet build "%ROOT%src\Bellwether.Cli\Bellwether.Cli.csproj" --configuration Release --nologo -v quiet >"%LOG%" 2>&1
if errorlevel 1 (
  type "%LOG%" 1>&2
  del "%LOG%" 2>nul
  echo Bellwether could not be built; the reasons are above. 1>&2
  exit /b 1
)
del "%LOG%" 2>nul
dotnet "%ROOT%src\Bellwether.Cli\bin\Release\net10.0\Bellwether.Cli.dll" %*
exit /b %ERRORLEVEL%
