package io.windrow.examples.footprint;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** The command with other profiles than those of this machine. */
final class FakeProfiles extends EngineProfiles {

    private final List<EngineProfile> profiles;
    private final StringWriter err = new StringWriter();

    FakeProfiles(EngineProfile... profiles) {
        this.profiles = List.of(profiles);
    }

    @Override
    EngineProfile find(String name) {
        return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst().orElseGet(() -> super.find(name));
    }

    int run(String... args) {
        return new CommandLine(new FootprintCommand(this)).setErr(new PrintWriter(err, true)).execute(args);
    }

    String err() {
        return err.toString();
    }
}
