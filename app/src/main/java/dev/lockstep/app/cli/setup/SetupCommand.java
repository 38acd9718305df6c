package dev.lockstep.app.cli.setup;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.OpenPlatform;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.cli.shell.ReasonOption;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.Settings;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.config.TradingSettings;
import dev.lockstep.app.config.key.ApiKeys;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.platform.StoreUseCases;
import dev.lockstep.domain.account.Account;
import dev.lockstep.domain.risk.limit.LimitName;
import dev.lockstep.domain.risk.limit.RiskLimit;
import dev.lockstep.domain.value.InvalidValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prepares a data folder: mode, keys, first limits. Writes nothing before all of it is valid. */
@Command(
        name = "setup",
        description =
                "Choose the mode, check the keys with one request and store them, and set first"
                        + " limits. Asks for what no option gives; never shows a key.")
public final class SetupCommand implements Callable<Integer> {
    private static final int MAX_ATTEMPTS = 3;

    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description = "Set a limit, such as max-order-value=10000; may be given repeatedly.")
    private List<String> limitTexts = List.of();

    public SetupCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        List<RiskLimit> limits = new ArrayList<>(limitTexts.stream().map(this::limit).toList());
        SetupQuestions questions =
                new SetupQuestions(
                        output.json() ? Optional.empty() : context.processEnvironment().prompter(),
                        output);
        TradingMode mode = mode(questions);
        Settings settings = context.bookSettings(mode);
        FolderBinding.requireFor(settings.folder(), mode, context.broker(mode));
        Optional<CheckedKeys> keys =
                mode == TradingMode.SIM
                        ? Optional.empty()
                        : Optional.of(checkedKeys(questions, settings));
        if (limits.isEmpty()) {
            limits.addAll(questions.limits());
        }
        new SetupResult(settings, keys, store(settings, keys, limits), limits)
                .print(output, context);
        return ExitCode.OK.number();
    }

    private RiskLimit limit(String text) {
        int sign = text.indexOf('=');
        if (sign < 0) {
            throw new InvalidValueException("limit", text, "NAME=VALUE");
        }
        return LimitName.of(text.substring(0, sign)).read(text.substring(sign + 1));
    }

    /** A folder that belongs to a broker keeps its mode. */
    private TradingMode mode(SetupQuestions questions) {
        Optional<TradingMode> bound = FolderBinding.read(context.folder()).map(FolderBinding::mode);
        TradingMode mode =
                context.namedMode()
                        .or(() -> bound)
                        .orElseGet(() -> questions.mode(TradingMode.SIM));
        if (mode == TradingMode.LIVE) {
            requireLiveWords(questions);
        }
        return mode;
    }

    private void requireLiveWords(SetupQuestions questions) {
        Optional<String> given = context.given(TradingSettings.LIVE_TRADING);
        if (given.isEmpty()) {
            questions.liveWords();
        } else {
            String _ = SetupQuestions.words(given.get());
        }
    }

    private CheckedKeys checkedKeys(SetupQuestions questions, Settings settings) {
        KeyCheck check = new KeyCheck(context, settings);
        Optional<Path> file = context.given(TradingSettings.KEY_FILE).map(Path::of);
        Map<String, String> environment = context.processEnvironment().environment();
        boolean inEnvironment =
                !environment.getOrDefault(ApiKeys.KEY_ID, "").isBlank()
                        && !environment.getOrDefault(ApiKeys.SECRET, "").isBlank();
        if (file.isPresent() || inEnvironment) {
            ApiKeys keys = ApiKeys.found(file, environment);
            return new CheckedKeys(keys, check.account(keys), file.map(Path::toAbsolutePath));
        }
        return typedKeys(questions, check);
    }

    private CheckedKeys typedKeys(SetupQuestions questions, KeyCheck check) {
        for (int attempt = 1; ; attempt++) {
            ApiKeys keys = questions.keys();
            try {
                return new CheckedKeys(keys, check.account(keys), Optional.empty());
            } catch (CommandEnd refused) {
                if (refused.code() != ExitCode.NO || attempt == MAX_ATTEMPTS) {
                    throw refused;
                }
                output.note(String.valueOf(refused.getMessage()));
            }
        }
    }

    private Optional<Path> store(
            Settings settings, Optional<CheckedKeys> keys, List<RiskLimit> limits) {
        Optional<Path> keyFile =
                keys.map(found -> new SetupFiles(settings.folder().made()).store(found));
        new SetupFiles(settings.folder().made())
                .store(settings.mode(), keyFile, context.given(TradingSettings.BASE_URL));
        if (!limits.isEmpty()) {
            try (StoreUseCases book = OpenPlatform.newStore(context)) {
                for (RiskLimit limit : limits) {
                    var _ =
                            book.controlRisk()
                                    .set(limit, ReasonOption.who(context), "set by setup");
                }
            }
        }
        return keyFile;
    }

    /**
     * Keys that the broker takes.
     *
     * @param keys the keys
     * @param account the account they belong to
     * @param file where the user keeps them; empty if setup is to store them
     */
    record CheckedKeys(ApiKeys keys, Account account, Optional<Path> file) {}
}
