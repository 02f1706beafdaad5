@echo off
echo windrow: on Windows run in WSL, or build with "mvnw.cmd -Dquick -pl examples -am package" and run "java -jar examples\target\windrow.jar %*".
exit /b 1
