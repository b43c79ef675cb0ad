@echo off
rem The launcher for Windows, a plainer twin of the file `quire`: it takes QUIRE_JAVA_HOME, JAVA_HOME
rem or the java on PATH as it is, builds when nothing is built yet, and keeps no class cache.
rem Not tested.
setlocal
set "root=%~dp0"
set "lib=%root%app\target\quire\lib"
if defined QUIRE_JAVA_HOME set "JAVA_HOME=%QUIRE_JAVA_HOME%"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if "%~1"=="test" (
  pushd "%root%"
  call mvnw.cmd verify
  exit /b
)
if not exist "%lib%" (
  pushd "%root%"
  call mvnw.cmd -q -Dquick -Dmaven.test.skip=true -pl app -am package 1>&2 || exit /b 1
  popd
)
"%java%" -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=50 --enable-native-access=org.xerial.sqlitejdbc %QUIRE_JAVA_OPTS% -p "%lib%" -m dev.quire.app/dev.quire.app.Main %*
