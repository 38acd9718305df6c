package dev.lockstep.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher tells a release from a clone, and says what is missing. */
@Tag("slow")
class LauncherTest {
    /** Says what it was started with, and makes the cache that it is asked for. */
    private static final String JAVA =
            """
            for word in "$@"; do
                case $word in
                    -XX:AOTCacheOutput=*) echo made >"${word#*=}" && echo trained >>"TRAININGS" ;;
                esac
            done
            echo "java $*"
            """;

    /** All that a clone needs before it builds. */
    private static final List<String> TOOLS =
            List.of("dirname", "readlink", "id", "sed", "find", "head", "mkdir", "rm", "cat", "ps");

    @TempDir private Path folder;
    private Path root;
    private Path trainings;

    @BeforeEach
    void copyTheLauncher() throws IOException {
        root = folder.resolve("lockstep-1");
        trainings = folder.resolve("trainings");
        Shell.copy(Shell.CLONE.resolve("lockstep"), root.resolve("lockstep"));
    }

    @Test
    void a_release_runs_its_own_java_and_prepares_once() throws Exception {
        release("1");

        Shell.Ran first = launch("order", "list");
        Shell.Ran second = launch("order", "list");

        assertThat(first.said()).contains("-jar " + root + "/app/lockstep.jar order list");
        assertThat(second.code()).isZero();
        assertThat(second.said())
                .startsWith("java ")
                .contains("-XX:AOTCache=" + root + "/cache/lockstep-commands.aot");
        assertThat(trainings).content().isEqualTo("trained\ntrained\n");
    }

    @Test
    void caches_that_were_deleted_are_made_again() throws Exception {
        release("1");
        launch("status");
        Files.delete(root.resolve("cache/lockstep-commands.aot"));

        Shell.Ran again = launch("status");

        assertThat(again.said()).contains("-XX:AOTCache=" + root + "/cache/lockstep-commands.aot");
        assertThat(Files.readAllLines(trainings)).hasSize(4);
    }

    @Test
    void the_program_knows_the_command_that_the_user_typed() throws Exception {
        release("1");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("lockstep"), root.resolve("lockstep"));

        Shell.Ran ofTheFolder = Shell.run(Map.of("PATH", "/usr/bin:/bin"), typed("./lockstep"));
        Shell.Ran ofThePath = Shell.run(Map.of("PATH", bin + ":/usr/bin:/bin"), typed("lockstep"));

        assertThat(ofTheFolder.said()).contains(" -Dlockstep.called=./lockstep ");
        assertThat(ofThePath.said()).contains(" -Dlockstep.called=lockstep ");
    }

    /** A command in the folder of the release, as a shell finds it. */
    private List<String> typed(String command) {
        return List.of("/bin/sh", "-c", "cd '" + root + "' && " + command + " status");
    }

    @Test
    void other_jars_in_the_same_folder_get_a_cache_of_their_own() throws Exception {
        release("1");
        launch("status");
        release("2");

        launch("status");

        assertThat(Files.readAllLines(trainings)).hasSize(4);
    }

    @Test
    void a_clone_without_maven_says_so_and_how_to_install_it() throws Exception {
        for (String part : List.of("clone.sh", "packages.sh", "test.sh")) {
            Shell.copy(Shell.CLONE.resolve("launcher", part), root.resolve("launcher", part));
        }
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Shell.program(bin.resolve(tool), "PATH=/usr/bin:/bin exec %s \"$@\"\n".formatted(tool));
        }
        Shell.program(bin.resolve("apk"), "");

        Shell.Ran ran =
                Shell.run(
                        Map.of(
                                "PATH",
                                bin.toString(),
                                "JAVA_HOME",
                                System.getProperty("java.home")),
                        List.of("/bin/sh", root.resolve("lockstep").toString(), "status"));

        assertThat(ran.code()).isEqualTo(69);
        assertThat(ran.said()).contains("needs Maven 3.8.7 or newer", "apk add maven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domain",
                "persistence-sql",
                "persistence-sqlite",
                "import-ba2",
                "alpaca-wire",
                "broker-alpaca",
                "gateway-alpaca",
                "notifications",
                "broker-simulator",
                "simulation",
                "app"
            })
    void a_clone_builds_again_after_a_change_of_any_module_of_the_program(String module)
            throws Exception {
        Shell.copy(Shell.CLONE.resolve("launcher/clone.sh"), root.resolve("launcher/clone.sh"));
        Path jar = Files.writeString(root.resolve("lockstep.jar"), "");
        Path source = Files.createDirectories(root.resolve(module, "src/main")).resolve("A.java");
        Files.writeString(source, "");
        FileTime built = Files.getLastModifiedTime(jar);
        Files.setLastModifiedTime(source.getParent(), built);

        assertThat(fresh(source, built.toInstant().minusSeconds(10))).isTrue();
        assertThat(fresh(source, built.toInstant().plusSeconds(10))).isFalse();
    }

    private boolean fresh(Path source, Instant changed) throws Exception {
        Files.setLastModifiedTime(source, FileTime.from(changed));
        String script = ". launcher/clone.sh; root=$PWD; jar=lockstep.jar; fresh";
        return Shell.run(
                                Map.of("PATH", "/usr/bin:/bin"),
                                List.of("/bin/sh", "-c", "cd '" + root + "' && " + script))
                        .code()
                == 0;
    }

    private void release(String id) throws IOException {
        Shell.program(
                root.resolve("runtime/bin/java"), JAVA.replace("TRAININGS", trainings.toString()));
        Files.writeString(root.resolve("runtime/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Files.createDirectories(root.resolve("app"));
        Files.writeString(root.resolve("app/lockstep.jar"), "");
        Files.writeString(root.resolve("app/build-id"), id + "\n");
    }

    private Shell.Ran launch(String... arguments) throws Exception {
        return Shell.run(
                Map.of("PATH", "/usr/bin:/bin"),
                Stream.concat(
                                Stream.of("sh", root.resolve("lockstep").toString()),
                                Stream.of(arguments))
                        .toList());
    }
}
