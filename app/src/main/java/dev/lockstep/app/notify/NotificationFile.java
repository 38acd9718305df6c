package dev.lockstep.app.notify;

import dev.lockstep.app.config.KnownSettings;
import dev.lockstep.app.config.ProcessEnvironment;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.key.PrivateFile;
import dev.lockstep.app.config.value.PropertyTexts;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.exit.IoText;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.notifications.config.SecretUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the file with the channels of notifications, which only its owner may read. All problems
 * are listed at once, and none of them quotes a secret.
 */
public final class NotificationFile {
    private static final String LABEL = "label";
    private static final String PING_URL = "ping-url";
    private static final String STATEMENT_AT = "statement-at";
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private final Path file;
    private final ProcessEnvironment processEnvironment;
    private final List<String> problems = new ArrayList<>();

    private NotificationFile(Path file, ProcessEnvironment processEnvironment) {
        this.file = file;
        this.processEnvironment = processEnvironment;
    }

    /**
     * Returns the settings of notifications; without a file there are none.
     *
     * @throws CommandEnd if the file cannot be read or is wrong
     */
    public static NotificationSettings read(
            Settings settings, ProcessEnvironment processEnvironment) {
        String label = settings.mode().word();
        Optional<NotificationFile> file = of(settings, processEnvironment);
        if (file.isEmpty()) {
            return new NotificationSettings(
                    label, null, NotificationSettings.STATEMENT_AT, List.of());
        }
        NotificationSettings read = file.get().read(label);
        file.get().requireSound();
        return read;
    }

    /** Returns what is wrong with the file, without secrets; empty if it is right or absent. */
    public static List<String> problems(Settings settings, ProcessEnvironment processEnvironment) {
        return of(settings, processEnvironment)
                .map(file -> file.problems(settings.mode().word()))
                .orElse(List.of());
    }

    /** Returns the file, empty if none is named and the usual one does not exist. */
    private static Optional<NotificationFile> of(
            Settings settings, ProcessEnvironment processEnvironment) {
        Optional<Path> named = settings.tuning().notifications();
        Path file = named.orElse(settings.folder().notifications());
        return named.isEmpty() && !Files.exists(file)
                ? Optional.empty()
                : Optional.of(new NotificationFile(file, processEnvironment));
    }

    private List<String> problems(String label) {
        try {
            read(label);
        } catch (CommandEnd unreadable) {
            return List.of(String.valueOf(unreadable.getMessage()));
        }
        return problems.stream().map(problem -> file + ": " + problem).toList();
    }

    private NotificationSettings read(String label) {
        Map<String, String> common = new HashMap<>();
        Map<String, Map<String, String>> byChannel = new TreeMap<>();
        lines().forEach((key, value) -> {
            int dot = key.indexOf('.');
            if (dot < 0) {
                common.put(key, value);
            } else {
                byChannel
                        .computeIfAbsent(key.substring(0, dot), _ -> new TreeMap<>())
                        .put(key.substring(dot + 1), value);
            }
        });
        requireKnown(common, byChannel);
        List<ChannelSettings> channels = new ArrayList<>();
        byChannel.forEach((name, lines) -> channel(name, lines).ifPresent(channels::add));
        return new NotificationSettings(
                common.getOrDefault(LABEL, label),
                pingUrl(common.get(PING_URL)),
                statementAt(common.get(STATEMENT_AT)),
                channels);
    }

    private Map<String, String> lines() {
        PropertyTexts texts;
        try {
            PrivateFile.require(file);
            texts = new PropertyTexts(Files.readAllLines(file));
        } catch (IOException unreadable) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "cannot read " + file + ": " + IoText.of(unreadable),
                    unreadable);
        }
        problems.addAll(texts.malformed());
        texts.repeated().forEach((key, lines) -> problems.add(key + ": " + lines));
        Map<String, String> lines = new HashMap<>();
        texts.values().forEach((key, value) -> lines.put(key, value.strip()));
        return lines;
    }

    private void requireKnown(
            Map<String, String> common, Map<String, Map<String, String>> byChannel) {
        List<String> known = List.of(LABEL, PING_URL, STATEMENT_AT);
        new TreeSet<>(common.keySet())
                .stream()
                        .filter(key -> !known.contains(key))
                        .forEach(key ->
                                problems.add(
                                        key
                                                + ": unknown setting (expected: "
                                                + String.join(", ", known)
                                                + ", or CHANNEL.SETTING)"));
        new TreeSet<>(processEnvironment.environment().keySet())
                .stream()
                        .filter(name -> name.startsWith(KnownSettings.CHANNEL_PREFIX))
                        .filter(name -> byChannel.keySet().stream().noneMatch(of -> of(of, name)))
                        .forEach(name -> problems.add("$" + name + ": no channel of this name"));
    }

    private static boolean of(String channel, String variable) {
        String start = channel.toUpperCase(Locale.ROOT).replace('-', '_') + "_";
        return variable.startsWith(KnownSettings.CHANNEL_PREFIX + start);
    }

    private Optional<ChannelSettings> channel(String name, Map<String, String> lines) {
        if (!NAME.matcher(name).matches()) {
            problems.add(name + ": no name of a channel (expected: a-z, 0-9 and -)");
            return Optional.empty();
        }
        ChannelFields fields = new ChannelFields(name, lines, processEnvironment.environment());
        Optional<ChannelSettings> channel =
                new ChannelReading(fields).channel(name, processEnvironment.zone());
        problems.addAll(fields.problems());
        return channel;
    }

    private @Nullable SecretUrl pingUrl(@Nullable String text) {
        try {
            return text == null ? null : SecretUrl.of(PING_URL, text);
        } catch (InvalidValueException wrong) {
            problems.add(String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    private LocalTime statementAt(@Nullable String text) {
        try {
            return text == null ? NotificationSettings.STATEMENT_AT : LocalTime.parse(text);
        } catch (DateTimeException malformed) {
            problems.add(STATEMENT_AT + ": " + text + " (expected: a time, such as 16:30)");
            return NotificationSettings.STATEMENT_AT;
        }
    }

    private void requireSound() {
        if (!problems.isEmpty()) {
            throw new CommandEnd(
                    ExitCode.USAGE, file + " is wrong:\n  " + String.join("\n  ", problems));
        }
    }
}
