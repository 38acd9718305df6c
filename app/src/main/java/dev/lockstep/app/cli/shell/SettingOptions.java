package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.SettingKey;
import dev.lockstep.app.config.SettingKey.Reach;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * The settings as options. All commands take them; help texts list the most common ones, the help
 * of {@code run} and {@code lockstep config show} list all.
 */
public final class SettingOptions {
    private final Map<SettingKey, String> given = new EnumMap<>(SettingKey.class);

    /** Adds the options to a command and its subcommands. */
    public void addTo(CommandSpec spec) {
        Arrays.stream(SettingKey.values())
                .filter(key -> key.reach() == Reach.COMMON || key.reach() == Reach.EVERYWHERE)
                .map(key -> option(key).scopeType(ScopeType.INHERIT).build())
                .forEach(spec::addOption);
    }

    /** Adds the options that apply to one command only. */
    public void addOwn(CommandSpec spec, Reach reach) {
        Arrays.stream(SettingKey.values())
                .filter(key -> key.reach() == reach)
                .map(key -> option(key).build())
                .forEach(spec::addOption);
    }

    /** Lists all settings in the help of a command. */
    public static void show(CommandSpec spec) {
        List.copyOf(spec.options()).stream()
                .filter(OptionSpec::hidden)
                .forEach(option -> {
                    spec.remove(option);
                    spec.addOption(OptionSpec.builder(option).hidden(false).build());
                });
    }

    /** Returns the settings given as options. */
    Map<SettingKey, String> given() {
        return given;
    }

    private OptionSpec.Builder option(SettingKey key) {
        return OptionSpec.builder(key.flag())
                .type(String.class)
                .paramLabel(key.label())
                .description(key.description())
                .hidden(key.reach() == Reach.EVERYWHERE)
                .setter(setter(key));
    }

    private ISetter setter(SettingKey key) {
        return new ISetter() {
            @Override
            public <T> @Nullable T set(@Nullable T value) {
                if (value == null) {
                    given.remove(key);
                } else {
                    given.put(key, String.valueOf(value));
                }
                return value;
            }
        };
    }
}
