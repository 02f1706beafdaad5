package io.windrow.examples.footprint;

import io.windrow.examples.ops.watched.StopRequest;
import io.windrow.examples.prove.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Launches profiles in turn, so that what changes on the machine meanwhile meets all of them. How much of a library's file is resident
 * depends on how it got into the page cache; so what was written is written back first, and one launch of each profile is thrown away.
 */
final class FootprintRun {

    private static final PhaseTime THROWN_AWAY = new PhaseTime(1, 2);
    private static final long SYNC_SECONDS = 60;
    private static final double HALF = 0.5;

    private final List<EngineProfile> profiles;
    private final int launches;
    private final PhaseTime time;
    private final Path folder;
    private final StopRequest stop;
    private final Progress progress;

    /** The profiles can all run; the folder is for what engines print. */
    FootprintRun(List<EngineProfile> profiles, int launches, PhaseTime time, Path folder, StopRequest stop, Progress progress) {
        this.profiles = profiles;
        this.launches = launches;
        this.time = time;
        this.folder = folder;
        this.stop = stop;
        this.progress = progress;
    }

    static int steps(int profiles, int launches) {
        return profiles * (launches + 1);
    }

    /**
     * Runs all of it.
     *
     * @throws LaunchFailedException at the first process that fails.
     */
    List<ProfileResult> run() throws LaunchFailedException {
        sync();
        Map<EngineProfile, List<Launch>> all = new LinkedHashMap<>();
        for (EngineProfile profile : profiles) {
            progress.begin(profile.name() + ", thrown away");
            new PhaseRun(folder, stop, THROWN_AWAY, progress::at).run(profile, Pace.FULL_SPEED);
            all.put(profile, new ArrayList<>());
        }
        for (int i = 1; i <= launches; i++) {
            for (EngineProfile profile : profiles) {
                progress.begin(profile.name() + ", launch " + i + " of " + launches);
                all.get(profile).add(launch(profile));
            }
        }
        List<ProfileResult> results = new ArrayList<>();
        all.forEach((profile, list) -> results.add(new ProfileResult(profile, list)));
        return results;
    }

    private Launch launch(EngineProfile profile) throws LaunchFailedException {
        PhaseResult fullSpeed = new PhaseRun(folder, stop, time, share -> progress.at(share * HALF)).run(profile, Pace.FULL_SPEED);
        PhaseResult paced = new PhaseRun(folder, stop, time, share -> progress.at(HALF + share * HALF)).run(profile, Pace.PACED);
        return Launch.of(fullSpeed, paced);
    }

    /** A system without the program sync is not one that has page tables to read either. */
    private static void sync() {
        try {
            new ProcessBuilder("sync").inheritIO().start().waitFor(SYNC_SECONDS, TimeUnit.SECONDS);
        } catch (IOException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
