package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.value.JvmProgram;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.notify.NotificationFile;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.prove.fuzz.generate.ByteMutator;
import dev.lockstep.app.prove.fuzz.generate.FuzzInput;
import dev.lockstep.app.prove.fuzz.generate.LineMutator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Reads files of notifications with mistakes in them. */
final class NotificationsTarget implements FuzzTarget {
    private static final String FILE = "notifications.properties";

    private static final List<List<String>> SAMPLE =
            List.of(
                    List.of("label", "desk"),
                    List.of("ping-url", "https://hc-ping.com/abc"),
                    List.of("statement-at", "16:30"),
                    List.of("phone.type", "ntfy"),
                    List.of("phone.url", "https://ntfy.sh/topic"),
                    List.of("phone.kinds", "fill, incident"),
                    List.of("phone.quiet-hours", "22:00-07:00"),
                    List.of("phone.zone", "Europe/Berlin"),
                    List.of("phone.digest", "5m"),
                    List.of("hook.type", "webhook"),
                    List.of("hook.url", "https://example.org/a?b=c"),
                    List.of("hook.secret", "s3cret-s3cret-s3cret"),
                    List.of("chat.type", "telegram"),
                    List.of("chat.token", "123:abc"),
                    List.of("chat.chat", "-100"),
                    List.of("chat.symbols", "AAPL,MSFT"),
                    List.of("d.type", "discord"),
                    List.of("d.url", "https://discord.com/api/webhooks/1/a"),
                    List.of("mail.type", "email"),
                    List.of("mail.host", "smtp.example.org"),
                    List.of("mail.port", "465"),
                    List.of("mail.encryption", "tls"),
                    List.of("mail.from", "a@example.org"),
                    List.of("mail.to", "b@example.org, c@example.org"),
                    List.of("mail.user", "a"),
                    List.of("mail.password", "pw"));

    private final FuzzFolder folder = new FuzzFolder();
    private final Settings settings = Settings.ofOwnSimulator(new DataFolder(folder.path()));
    private final ProcessEnvironment environment =
            new ProcessEnvironment(
                    Map.of("LOCKSTEP_NOTIFY_PHONE_TOKEN", "tk_1"),
                    folder.path(),
                    "fuzz",
                    InputStream.nullInputStream(),
                    false,
                    new FuzzClock(),
                    ZoneOffset.UTC,
                    new SplittableRandom(1),
                    NotificationsTarget::noPause,
                    new JvmProgram(Path.of("java"), "", "", "", "lockstep"),
                    Optional.empty());

    private static void noPause(Duration span) {}

    @Override
    public FuzzInput input(SplittableRandom random) {
        return new FuzzInput(
                FILE, ByteMutator.seldom(LineMutator.text(SAMPLE, "=", random), random));
    }

    @Override
    public boolean accepts(FuzzInput input) throws IOException {
        folder.write(FILE, input.bytes());
        List<String> problems = NotificationFile.problems(settings, environment);
        NotificationSettings read;
        try {
            read = NotificationFile.read(settings, environment);
        } catch (CommandEnd refused) {
            if (problems.isEmpty()) {
                throw new BrokenPropertyException(
                        "refused without a problem: " + refused.getMessage());
            }
            throw refused;
        }
        if (!problems.isEmpty()) {
            throw new BrokenPropertyException("accepted in spite of " + problems);
        }
        return read.any();
    }

    @Override
    public void close() {
        folder.close();
    }
}
