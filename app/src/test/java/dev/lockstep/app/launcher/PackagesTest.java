package dev.lockstep.app.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a JDK or Maven is missing, the launcher prints the lines that install it on this very
 * system.
 */
class PackagesTest {
    private static final Path PACKAGES = Shell.CLONE.resolve("launcher/packages.sh");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "dnf, dnf install --assumeyes java-25-openjdk-devel",
        "zypper, zypper --non-interactive install java-25-openjdk-devel",
        "pacman, pacman -S --needed --noconfirm jdk-openjdk",
        "apk, apk add openjdk25-jdk",
        "brew, brew install openjdk@25"
    })
    void each_package_manager_has_its_line(String manager, String line) throws Exception {
        assertThat(lines(manager, "", "jdk")).containsExactly(line);
    }

    @ParameterizedTest
    @CsvSource({"apk, apk add postgresql", "dnf, dnf install --assumeyes postgresql-server"})
    void postgresql_has_the_name_of_its_package(String manager, String line) throws Exception {
        assertThat(lines(manager, "", "postgresql")).containsExactly(line);
    }

    @Test
    void apt_installs_the_jdk_that_it_offers() throws Exception {
        assertThat(lines("apt-get", "openjdk-25-jdk-headless", "jdk maven"))
                .containsExactly(
                        "apt-get update",
                        "apt-get install --yes openjdk-25-jdk-headless",
                        "apt-get install --yes maven");
    }

    @Test
    void debian_without_a_jdk_gets_the_repository_of_adoptium() throws Exception {
        assertThat(lines("apt-get", "", "jdk"))
                .contains("apt-get install --yes temurin-25-jdk")
                .anyMatch(line -> line.contains("adoptium.net/artifactory/deb bookworm main'"));
    }

    @Test
    void who_is_not_root_gets_lines_with_sudo() throws Exception {
        assertThat(lines("apk", "", "maven", "id() { echo 1000; }"))
                .containsExactly("sudo apk add maven");
    }

    @Test
    void nothing_is_installed_before_the_user_agrees() throws Exception {
        String call = script("apk", "", "agreed=''; offer maven || echo refused; cat " + ran());
        assertThat(sh(call)).contains("apk add maven", "refused").doesNotContain("ran it");
    }

    @Test
    void what_the_user_agreed_to_is_run() throws Exception {
        String call = script("apk", "", "agreed=yes; offer maven && echo installed; cat " + ran());
        assertThat(sh(call)).contains("installed", "ran it: add maven").doesNotContain("refused");
    }

    private List<String> lines(String manager, String offered, String requested) throws Exception {
        return lines(manager, offered, requested, "");
    }

    private List<String> lines(String manager, String offered, String requested, String more)
            throws Exception {
        String call = more + "\nfind_manager; find_root_rights; install_lines " + requested;
        return sh(script(manager, offered, call)).lines().toList();
    }

    /** As root, on a machine with one package manager. */
    private String script(String manager, String offered, String call) {
        return """
        release=25
        . %s
        id() { echo 0; }
        has() { [ "$1" = %s ]; }
        apt_offers() { [ "$1" = "%s" ]; }
        %s
        """
                .formatted(PACKAGES, manager, offered, call);
    }

    private Path ran() {
        return folder.resolve("ran");
    }

    private String sh(String script) throws Exception {
        Path osRelease = folder.resolve("os-release");
        Files.writeString(osRelease, "ID=debian\nVERSION_CODENAME=bookworm\n");
        Files.writeString(ran(), "");
        Shell.program(folder.resolve("bin/apk"), "echo \"ran it: $*\" >>" + ran() + "\n");
        return Shell.run(
                        Map.of(
                                "PATH",
                                folder.resolve("bin") + ":/usr/bin:/bin",
                                "os_release",
                                osRelease.toString()),
                        List.of("sh", "-euc", script))
                .said();
    }
}
