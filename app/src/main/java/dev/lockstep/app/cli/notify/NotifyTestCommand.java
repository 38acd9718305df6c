package dev.lockstep.app.cli.notify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.NotificationFile;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.domain.notification.Notification;
import dev.lockstep.domain.notification.NotificationKind;
import dev.lockstep.domain.notification.NotificationMessage;
import dev.lockstep.notifications.NotificationChannels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sends a trial message through one channel, without database and broker. */
@Command(
        name = "test",
        description = "Send a trial message through one channel; exit code 1 if it fails.")
public final class NotifyTestCommand implements Callable<Integer> {
    private final CommandContext context;

    @Mixin private Output output = new Output();

    @Parameters(paramLabel = "CHANNEL", description = "Name of the channel.")
    private String channel = "";

    public NotifyTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        NotificationSettings settings =
                NotificationFile.read(context.bookSettings(), context.processEnvironment());
        ChannelSettings tried =
                settings.channel(channel).orElseThrow(() -> unknown(settings, channel));
        DeliveryResult result =
                new NotificationChannels(
                                settings.label(),
                                context.processEnvironment().zone(),
                                context.processEnvironment().clock())
                        .open(tried.config())
                        .send(message());
        return switch (result) {
            case DeliveryResult.Delivered _ -> report(true, "");
            case DeliveryResult.Failed failed -> report(false, failed.why());
        };
    }

    private NotificationMessage message() {
        Instant now = context.processEnvironment().clock().instant();
        return NotificationMessage.of(
                List.of(
                        new Notification(
                                "test-" + now.toEpochMilli(),
                                NotificationKind.TEST,
                                now,
                                "Test of channel " + channel,
                                "This channel works.",
                                Map.of("channel", channel))));
    }

    private int report(boolean delivered, String why) {
        if (output.json()) {
            output.print(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("channel", channel)
                            .put("delivered", delivered)
                            .put("reason", why));
        } else {
            output.line(
                    output.verdict(delivered, delivered ? "delivered" : "not delivered: " + why));
        }
        return (delivered ? ExitCode.OK : ExitCode.NO).number();
    }

    private static CommandEnd unknown(NotificationSettings settings, String name) {
        String known =
                settings.channels().stream()
                        .map(ChannelSettings::name)
                        .collect(Collectors.joining(", "));
        return new CommandEnd(
                ExitCode.NO,
                "no channel "
                        + name
                        + (known.isEmpty()
                                ? "; no channels are set up, see docs/notifications.md"
                                : " (expected: " + known + ")"));
    }
}
