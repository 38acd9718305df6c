package dev.lockstep.app.cli.setup;

import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.config.value.Prompter;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.value.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Asks for what no option gave, and asks again after an answer that cannot be used. */
final class SetupQuestions {
    private static final List<LimitName> FIRST_LIMITS =
            List.of(
                    LimitName.MAX_ORDER_VALUE,
                    LimitName.MAX_POSITION_VALUE,
                    LimitName.MAX_DAILY_LOSS);

    private final Optional<Prompter> person;
    private final Output output;

    SetupQuestions(Optional<Prompter> person, Output output) {
        this.person = person;
        this.output = output;
    }

    /** Whether somebody can answer. */
    boolean answered() {
        return person.isPresent();
    }

    TradingMode mode(TradingMode proposed) {
        return until(
                "mode: not set (expected: --mode sim, paper or live)",
                "Mode: sim, paper or live [" + proposed.word() + "]: ",
                text -> text.isEmpty() ? proposed : TradingMode.of(text));
    }

    void liveWords() {
        String _ =
                until(
                        "mode live trades with real money (expected: --live-trading \""
                                + Settings.LIVE_WORDS
                                + "\")",
                        "Mode live trades with real money. Type \""
                                + Settings.LIVE_WORDS
                                + "\" to switch it on: ",
                        SetupQuestions::words);
    }

    ApiKeys keys() {
        Prompter prompter =
                person(
                        "keys: not set (expected: --key-file, or "
                                + ApiKeys.KEY_ID
                                + " and "
                                + ApiKeys.SECRET
                                + " in the environment)");
        while (true) {
            String keyId = answer(prompter.ask("API key id: "));
            String secret = answer(prompter.askSecret("Secret key (not shown): "));
            try {
                return ApiKeys.typed(keyId, secret);
            } catch (CommandEnd wrong) {
                output.note(String.valueOf(wrong.getMessage()));
            }
        }
    }

    List<RiskLimit> limits() {
        List<RiskLimit> limits = new ArrayList<>();
        if (person.isPresent() && yes("Set first limits? [y/N]: ")) {
            for (LimitName name : FIRST_LIMITS) {
                Optional<RiskLimit> limit =
                        until(
                                "",
                                name.word() + " (" + name.expected() + "; empty for none): ",
                                text ->
                                        text.isEmpty()
                                                ? Optional.empty()
                                                : Optional.of(name.read(text)));
                limit.ifPresent(limits::add);
            }
        }
        return limits;
    }

    private boolean yes(String question) {
        return until("", question, text -> text.toLowerCase(Locale.ROOT).startsWith("y"));
    }

    private <T> T until(String missing, String question, Function<String, T> reader) {
        Prompter prompter = person(missing);
        while (true) {
            String answer = answer(prompter.ask(question));
            try {
                return reader.apply(answer);
            } catch (InvalidValueException wrong) {
                output.note(String.valueOf(wrong.getMessage()));
            }
        }
    }

    private Prompter person(String missing) {
        return person.orElseThrow(() -> new CommandEnd(ExitCode.USAGE, missing));
    }

    private static String answer(Optional<String> given) {
        return given.orElseThrow(() ->
                new CommandEnd(
                        ExitCode.USAGE, "the input ended before the last answer; nothing is set"));
    }

    static String words(String text) {
        if (!text.equals(Settings.LIVE_WORDS)) {
            throw new InvalidValueException(
                    "live-trading",
                    text.isEmpty() ? "empty" : text,
                    "\"" + Settings.LIVE_WORDS + "\"");
        }
        return text;
    }
}
