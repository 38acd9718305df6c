package dev.lockstep.app.config;

import dev.lockstep.app.config.value.SettingVariables;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The declaration of one setting: its name as a line in the settings file, as an environment
 * variable and as an option, its values, its default and its help.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
    private final String word;
    private final Reach reach;
    private final SettingType<T> type;
    private final Supplier<T> defaults;
    private final String description;

    /**
     * Declares a setting.
     *
     * @param defaults supplies the default; fails if it follows from other settings
     */
    Setting(
            String word,
            Reach reach,
            SettingType<T> type,
            Supplier<T> defaults,
            String description) {
        this.word = word;
        this.reach = reach;
        this.type = type;
        this.defaults = defaults;
        this.description = description;
    }

    /** Returns the name in the file, and without its dashes the option's. */
    public String word() {
        return word;
    }

    /** Returns the environment variable. */
    public String variable() {
        return SettingVariables.PREFIX + word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Returns the option. */
    public String flag() {
        return "--" + word;
    }

    /** Returns the label of the value in help texts. */
    public String label() {
        return type.label();
    }

    /** Returns the least and the greatest value, empty if it has none. */
    public String bounds() {
        return type.bounds();
    }

    /** Returns the description for help texts. */
    public String description() {
        return description;
    }

    /** Returns which commands take it as an option. */
    public Reach reach() {
        return reach;
    }

    /** Returns whether its value is never shown, and never written where others could see it. */
    public boolean secret() {
        return reach == Reach.ENVIRONMENT_ALONE;
    }

    /** Returns the default; fails if it follows from other settings. */
    T defaults() {
        return defaults.get();
    }

    T parsed(String text) {
        return type.parser().parse(word, text);
    }

    String words(T value) {
        return type.words().apply(value);
    }

    @Override
    public String toString() {
        return word;
    }

    /** Which commands take a setting as an option. */
    public enum Reach {
        /** All commands; their help lists it. */
        COMMON,
        /** All. */
        EVERYWHERE,
        /** The one that serves the screen. */
        RUN,
        /** None, and the file must not have it either. */
        ENVIRONMENT_ALONE
    }
}
