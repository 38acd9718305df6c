package dev.lockstep.app.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.app.config.value.JvmProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BugTrialTest {
    private static final JvmProgram PROGRAM =
            new JvmProgram(
                    Path.of(System.getProperty("java.home"), "bin", "java"),
                    System.getProperty("java.class.path"),
                    "no.such.Main",
                    "",
                    "lockstep");

    @TempDir private Path clone = Path.of("");

    @BeforeEach
    void commit() throws Exception {
        Files.writeString(clone.resolve("A.java"), "class A {}\n");
        git("init", "--quiet");
        git("add", "A.java");
        git(
                "-c",
                "user.name=A",
                "-c",
                "user.email=a@example.com",
                "commit",
                "--quiet",
                "-m",
                "Add A");
    }

    @Test
    void a_patch_that_does_not_apply_is_said_to_and_the_next_one_is_tried() throws Exception {
        try (BugTrial trial = new BugTrial(clone, PROGRAM, 1, System::nanoTime)) {
            assertThat(trial.of(bug("class B {}", "class C {}")))
                    .satisfies(result -> assertThat(result.caught()).isFalse())
                    .satisfies(result ->
                            assertThat(result.by()).startsWith("the patch does not apply: "));
            assertThat(trial.of(bug("class A {}", "class A {")).by())
                    .startsWith("does not compile: ");
            assertThat(trial.of(bug("class A {}", "class A { int a; }")).by())
                    .startsWith("the simulation did not end: ");
        }
    }

    @Test
    void an_interrupt_ends_a_command_and_leaves_no_process() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Started.in(clone, List.of("sleep", "600"), Map.of()))
                .isInstanceOf(InterruptedException.class);
        assertThat(ProcessHandle.current().children().filter(BugTrialTest::sleeps)).isEmpty();
    }

    @Test
    void a_command_that_is_missing_is_named() {
        assertThatThrownBy(() -> Started.in(clone, List.of("no-such-command"), Map.of()))
                .hasMessageStartingWith("no-such-command cannot be started");
    }

    private static boolean sleeps(ProcessHandle child) {
        return child.isAlive() && child.info().command().orElse("").endsWith("sleep");
    }

    private SeededBug bug(String before, String after) throws IOException {
        Path patch = clone.resolve("a.patch");
        Files.writeString(
                patch,
                """
                A is wrong.
                Caught by: seeds

                diff --git a/A.java b/A.java
                --- a/A.java
                +++ b/A.java
                @@ -1 +1 @@
                -%s
                +%s
                """
                        .formatted(before, after));
        return SeededBug.all(clone).getFirst();
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        assertThat(Started.in(clone, command, Map.of()).code()).isZero();
    }
}
