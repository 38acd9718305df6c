package dev.lockstep.app.wiring;

import dev.lockstep.app.config.DataFolder;
import dev.lockstep.app.config.FolderBinding;
import dev.lockstep.app.config.TradingMode;
import dev.lockstep.app.exit.CommandEnd;
import dev.lockstep.app.exit.ExitCode;
import dev.lockstep.persistence.sql.OrderStore;

/**
 * Binds a data folder and the store with its orders to one account. Neither is bound before both
 * are known to belong to it or to none, so that a refused command can be corrected.
 *
 * @param folder the data folder
 * @param binding the mode and account of the folder
 * @param account the account, as the store names it
 */
record AccountBinding(DataFolder folder, FolderBinding binding, String account) {
    /** Returns the binding to the simulator of a folder. */
    static AccountBinding ownSimulator(DataFolder folder) {
        FolderBinding binding = new FolderBinding(TradingMode.SIM, FolderBinding.OWN_SIMULATOR, "");
        return new AccountBinding(folder, binding, binding + ", " + folder);
    }

    /** Returns the binding to an account of a broker. */
    static AccountBinding of(DataFolder folder, FolderBinding binding) {
        return new AccountBinding(folder, binding, binding.toString());
    }

    /** Refuses a store or a folder of another account; binds neither. */
    void require(OrderStore store) {
        binding.require(folder);
        store.owner().ifPresent(this::requireAccount);
    }

    /** Binds the store and the folder, from now on. */
    void bind(OrderStore store) {
        binding.require(folder);
        requireAccount(store.boundTo(account));
        binding.bind(folder);
    }

    private void requireAccount(String owner) {
        if (!owner.equals(account)) {
            throw new CommandEnd(
                    ExitCode.USAGE,
                    "the orders in the store belong to "
                            + owner
                            + ", and this command is for "
                            + account
                            + "; name its broker with --mode and --base-url, or another store with"
                            + " --store");
        }
    }
}
