package io.windrow.examples.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptCommandTest {

    private static final List<String> SETTINGS = List.of("rate=10", "sink-file=it's a $HOME \"`x`\" \\");

    @Test
    void shouldGiveTheFileFirstAndEveryWordAsItIs() throws IOException {
        String text = new ScriptCommand(Path.of("my file"), SETTINGS).small(Path.of("/an image/bin/windrow-engine"));
        assertThat(text).startsWith("exec '/an image/bin/windrow-engine' 'my file' 'rate=10' ");
        assertThat(shell(text.replaceFirst("exec ", "set -- "))).containsExactly("/an image/bin/windrow-engine", "my file", "rate=10",
            SETTINGS.get(1));
    }

    @Test
    void shouldGiveTheArgumentsOfAnOrdinaryRun() throws IOException {
        assertThat(shell(new ScriptCommand(Path.of("f"), SETTINGS).ordinary())).containsExactly("run", "--config=f", "rate=10",
            SETTINGS.get(1));
        assertThat(shell(new ScriptCommand(null, List.of()).ordinary())).containsExactly("run");
    }

    @Test
    void shouldGiveAnOrdinaryRunWhereThereIsNoImage() {
        assertThat(new ScriptCommand(null, SETTINGS).text(Path.of("/nowhere"))).startsWith("set -- 'run' 'rate=10' ");
    }

    private static List<String> shell(String text) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", text + "; for word in \"$@\"; do printf '%s\\n' \"$word\"; done").start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
}
