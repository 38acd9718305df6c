package dev.lockstep.app.cli.shell;

import dev.lockstep.app.config.KnownSettings;
import dev.lockstep.app.config.Setting;
import dev.lockstep.app.config.Setting.Reach;
import java.util.HashMap;
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
    private final Map<Setting<?>, String> given = new HashMap<>();

    /** Adds the options to a command and its subcommands. */
    public void addTo(CommandSpec spec) {
        KnownSettings.all().stream()
                .filter(setting ->
                        setting.reach() == Reach.COMMON || setting.reach() == Reach.EVERYWHERE)
                .map(setting -> option(setting).scopeType(ScopeType.INHERIT).build())
                .forEach(spec::addOption);
    }

    /** Adds the options that apply to one command only. */
    public void addOwn(CommandSpec spec, Reach reach) {
        KnownSettings.all().stream()
                .filter(setting -> setting.reach() == reach)
                .map(setting -> option(setting).build())
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
    Map<Setting<?>, String> given() {
        return given;
    }

    private OptionSpec.Builder option(Setting<?> setting) {
        return OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel(setting.label())
                .description(setting.description())
                .hidden(setting.reach() == Reach.EVERYWHERE)
                .setter(setter(setting));
    }

    private ISetter setter(Setting<?> setting) {
        return new ISetter() {
            @Override
            public <T> @Nullable T set(@Nullable T value) {
                if (value == null) {
                    given.remove(setting);
                } else {
                    given.put(setting, String.valueOf(value));
                }
                return value;
            }
        };
    }
}
