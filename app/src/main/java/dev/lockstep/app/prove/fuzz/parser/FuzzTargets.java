package dev.lockstep.app.prove.fuzz.parser;

import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.domain.port.store.RepositoryException;
import dev.lockstep.domain.value.InvalidValueException;
import dev.lockstep.domain.value.ShownValue;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the targets, with their share of the inputs and the refusals that they permit. */
public enum FuzzTargets {
    /** Answers of the broker. */
    BROKER(220),

    /** Events of orders on the broker's stream. */
    STREAM(150),

    /** Market data of the venue, and messages of the bot that gets it. */
    MARKET_STREAM(100),

    /** Files of orders. */
    ORDER_FILE(80),

    /** Bodies of REST requests. */
    REST(200),

    /** Requests of bots, and alerts. */
    GATEWAY(100),

    /** Requests to the simulated exchange. */
    SIMULATOR(100),

    /** The file of settings. */
    SETTINGS(25),

    /** The file of notifications. */
    NOTIFICATIONS(23),

    /** Databases of another platform. */
    IMPORT(2);

    /** The sum of all shares. */
    public static final int ALL_SHARES = 1_000;

    private final int shares;

    FuzzTargets(int shares) {
        this.shares = shares;
    }

    private List<Class<? extends Exception>> permitted() {
        return switch (this) {
            case BROKER, STREAM, MARKET_STREAM, GATEWAY, SIMULATOR -> List.of();
            case ORDER_FILE -> List.of(CharacterCodingException.class, InvalidValueException.class);
            case REST -> List.of(InvalidValueException.class);
            case SETTINGS, NOTIFICATIONS -> List.of(CommandEnd.class);
            case IMPORT -> List.of(RepositoryException.class);
        };
    }

    /** Creates an instance, which the caller closes. */
    public FuzzTarget open() {
        return switch (this) {
            case BROKER -> new BrokerTarget();
            case STREAM -> new StreamTarget();
            case MARKET_STREAM -> new MarketStreamTarget();
            case ORDER_FILE -> new OrderFileTarget();
            case REST -> new RestTarget();
            case GATEWAY -> new GatewayTarget();
            case SIMULATOR -> new SimulatorTarget();
            case SETTINGS -> new SettingsTarget();
            case NOTIFICATIONS -> new NotificationsTarget();
            case IMPORT -> new ImportTarget();
        };
    }

    /** Returns the target of a word such as {@code market-stream}. */
    public static FuzzTargets of(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValueException("target", word, words()));
    }

    /** Returns the words of all targets, separated by commas. */
    public static String words() {
        return Arrays.stream(values()).map(FuzzTargets::word).collect(Collectors.joining(", "));
    }

    /** Returns the word by which a person names the target. */
    public String word() {
        return ShownValue.of(this).replace('_', '-');
    }

    /** Returns how many of {@value #ALL_SHARES} inputs this target gets. */
    public int shares() {
        return shares;
    }

    /** Returns the names of the exceptions by which the parser may refuse. */
    public List<String> refusals() {
        return permitted().stream().map(Class::getSimpleName).toList();
    }

    /** Returns whether an exception is a refusal and no bug. */
    public boolean permits(Throwable error) {
        return permitted().stream().anyMatch(refusal -> refusal.isInstance(error));
    }
}
