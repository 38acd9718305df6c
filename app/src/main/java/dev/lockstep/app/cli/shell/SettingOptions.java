package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.SettingKey;
import dev.lockstep.app.config.SettingKey.Reach;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/**
 * The settings as options of a command. All commands take them; the help texts tell of the few that
 * people need every day, and {@code lockstep config show} lists the rest.
 */
public final class SettingOptions {
    private final Map<SettingKey, String> given = new EnumMap<>(SettingKey.class);

    /** Lets the command and all below it take them. */
    public void addTo(CommandSpec spec) {
        Arrays.stream(SettingKey.values())
                .filter(key -> key.reach() == Reach.COMMON || key.reach() == Reach.EVERYWHERE)
                .map(key -> option(key).scopeType(ScopeType.INHERIT).build())
                .forEach(spec::addOption);
    }

    /** Lets one command take the settings that concern it alone. */
    public void addOwn(CommandSpec spec, Reach reach) {
        Arrays.stream(SettingKey.values())
                .filter(key -> key.reach() == reach)
                .map(key -> option(key).build())
                .forEach(spec::addOption);
    }

    /** What was given. */
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
