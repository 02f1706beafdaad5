package io.windrow.examples.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a runtime with the engine in it: as a module it needs no jar, and so no index of a jar on the heap. */
final class EngineModule {

    private EngineModule() {
    }

    /**
     * Links a runtime.
     *
     * @param classes what is in the module.
     * @param module  an empty folder for the module.
     * @param image   the folder of the runtime, which must not be there.
     */
    static void link(Jdk jdk, EngineClasses classes, Path module, Path image) throws IOException, ImageException {
        classes.writeTo(module);
        Path description = module.resolve("module-info.java");
        Files.writeString(description, description());
        Tool.need("javac", List.of(jdk.tool("javac"), "-d", module.toString(), description.toString()));
        Files.delete(description);
        Tool.need("jlink", List.of(jdk.tool("jlink"), "--module-path", module.toString(), "--add-modules", Launchers.MODULE,
            "--vm=server", "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--output", image.toString()));
    }

    static String description() {
        List<String> lines = new ArrayList<>();
        SmallProfile.modules().forEach(name -> lines.add("    requires " + name + ";\n"));
        return "module " + Launchers.MODULE + " {\n" + String.join("", lines) + "}\n";
    }
}
