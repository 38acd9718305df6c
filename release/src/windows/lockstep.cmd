@echo off
rem Starts Lockstep from the release archive for Windows. This file is untested.
setlocal
set "ROOT=%~dp0"
set "FLAGS=-XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -Dguice_bytecode_gen_option=DISABLED"
set "FLAGS=%FLAGS% -Dorg.jooq.no-logo=true -Dorg.jooq.no-tips=true"
set "TIER=-XX:TieredStopAtLevel=1"
for %%W in (run simulator stress prove backtest) do if /i "%~1"=="%%W" set "TIER=-XX:TieredStopAtLevel=4"
"%ROOT%runtime\bin\java.exe" %TIER% %FLAGS% -jar "%ROOT%app\lockstep.jar" %*
exit /b %ERRORLEVEL%
