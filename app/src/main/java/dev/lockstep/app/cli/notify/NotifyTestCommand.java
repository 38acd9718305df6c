package dev.lockstep.app.cli.notify;

import dev.lockstep.app.cli.shell.CommandContext;
import dev.lockstep.app.cli.shell.Output;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.app.notify.ChannelSettings;
import dev.lockstep.app.notify.ChannelTrial;
import dev.lockstep.app.notify.NotificationFile;
import dev.lockstep.app.notify.NotificationSettings;
import dev.lockstep.app.view.ChannelTrialBody;
import dev.lockstep.domain.notification.DeliveryResult;
import dev.lockstep.notifications.NotificationChannels;
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
        ChannelTrial trial =
                new ChannelTrial(
                        settings,
                        new NotificationChannels(
                                settings.label(),
                                context.processEnvironment().zone(),
                                context.processEnvironment().clock()),
                        context.processEnvironment().clock());
        DeliveryResult result = trial.send(channel).orElseThrow(() -> unknown(settings, channel));
        return report(ChannelTrialBody.of(channel, result));
    }

    private int report(ChannelTrialBody body) {
        if (output.json()) {
            output.print(body);
        } else {
            output.line(
                    output.verdict(
                            body.delivered(),
                            body.delivered() ? "delivered" : "not delivered: " + body.reason()));
        }
        return (body.delivered() ? ExitCode.OK : ExitCode.NO).number();
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
