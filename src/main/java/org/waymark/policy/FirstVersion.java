package org.waymark.policy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Drafted;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetInForce;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;

/**
 * Brings in the rule set of the rules folder. The first one that a service ever sees is put in force; a later one is a
 * draft like any other, and waits for a second person.
 */
final class FirstVersion {

    /** Who acts where no person does. */
    static final String SYSTEM = "system";

    private static final Logger LOG = LoggerFactory.getLogger(FirstVersion.class);

    private final PolicyLog log;
    private final RuleSetArchive archive;

    FirstVersion(PolicyLog log, RuleSetArchive archive) {
        this.log = log;
        this.archive = archive;
    }

    /**
     * Looks at the folder, once, as the service starts.
     *
     * @throws RuleSetRejected where nothing is in force yet and the folder holds no rule set
     */
    void bringIn(Path folder) throws RuleSetRejected {
        if (log.read().last() == 0) {
            RuleFiles files = RuleFiles.in(folder);
            Drafted drafted = drafted(files, "The rule set that the service came with.");
            archive.keep(files);
            log.append(SYSTEM, now -> now.last() == 0 ? Optional.of(drafted) : Optional.empty());
            log.append(SYSTEM, now -> now.last() == 1 ? Optional.of(everywhere(drafted.hash())) : Optional.empty());
        } else {
            offer(folder);
        }
    }

    private static Drafted drafted(RuleFiles files, String note) throws RuleSetRejected {
        return new Drafted(files.hash(), RuleSetReader.check(files).manifest().name(), note, null);
    }

    private Activated everywhere(String hash) {
        return new Activated(
                hash,
                Set.of(RuleSetInForce.EVERYWHERE),
                log.now(),
                "The first rule set: there was none before it that anybody could have approved it against.",
                List.of());
    }

    /** What stands in the folder of a service that has rules already decides nothing until it is approved. */
    private void offer(Path folder) {
        try {
            RuleFiles files = RuleFiles.in(folder);
            boolean known = log.read().version(files.hash()).isPresent();
            if (!known) {
                LOG.warn(
                        "The folder `{}` holds rules that are not in force ({}): they decide nothing until they are"
                                + " brought in with POST /api/rule-sets, tried, and approved by a second person",
                        folder,
                        files.hash());
            }
        } catch (java.io.UncheckedIOException noFolder) {
            LOG.info("There is no rules folder `{}`; the rules in force are those of the store", folder);
        }
    }
}
