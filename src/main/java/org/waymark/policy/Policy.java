package org.waymark.policy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.waymark.policy.PolicyEvent.Accepted;
import org.waymark.policy.PolicyEvent.Activated;
import org.waymark.policy.PolicyEvent.Approved;
import org.waymark.policy.PolicyEvent.Drafted;
import org.waymark.policy.PolicyEvent.Rejected;
import org.waymark.policy.PolicyEvent.Seen;
import org.waymark.policy.PolicyEvent.Submitted;
import org.waymark.policy.PolicyEvent.Withdrawn;
import org.waymark.policy.PolicyRefusal.Why;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.RuleFiles;
import org.waymark.ruleset.RuleSetReader;
import org.waymark.ruleset.RuleSetRejected;
import org.waymark.ruleset.diff.CatalogueGuard;

/**
 * What may be done with versions of the rules, and by whom. Every step is recorded before it is answered; where somebody
 * else takes a step meanwhile, the new one is judged again on what stands then.
 */
public final class Policy {

    /** Above so many downgraded cases they may be accepted by group, with a reason, and not one by one. */
    static final int MOST_OPENED_ONE_BY_ONE = 50;

    private final PolicyLog log;
    private final RuleSetArchive archive;
    private final Impact impact;
    private final Checks checks;
    private final FirstChanges changes;
    private final Steps steps;

    public Policy(PolicyLog log, RuleSetArchive archive, Impact impact, Checks checks) {
        this.log = log;
        this.archive = archive;
        this.impact = impact;
        this.checks = checks;
        this.changes = new FirstChanges(archive);
        this.steps = new Steps(log);
    }

    /** All that happened until now. */
    public Ledger ledger() {
        return log.read();
    }

    /** The present moment, as the log keeps it. */
    public Instant now() {
        return log.now();
    }

    /**
     * Brings in a version. One whose files are known already is that version, and nothing is recorded.
     *
     * @param note why it was made, in its author's words
     * @param parent the hash of the version that it was made from, if it was made from one
     * @throws RuleSetRejected with every fault, where its files are not those of a rule set
     * @throws PolicyRefusal where its name is taken, or the parent is unknown
     */
    public Version draft(RuleFiles files, String note, @Nullable String parent, String author)
            throws RuleSetRejected, PolicyRefusal {
        CheckedRules rules = RuleSetReader.check(files);
        String name = rules.manifest().name();
        if (parent != null) {
            requireSameFactors(parent, rules, files);
        }
        archive.keep(files);
        Drafted drafted = new Drafted(files.hash(), name, note, parent);
        return steps.step(drafted.hash(), author, ledger -> mayDraft(ledger, drafted));
    }

    /** What was recorded names factors by their ids: none may be gone after another version, or mean something else. */
    private void requireSameFactors(String before, CheckedRules rules, RuleFiles files)
            throws RuleSetRejected, PolicyRefusal {
        CatalogueGuard guard = CatalogueGuard.of(RuleSetReader.check(files(before)), rules, files);
        if (!guard.ok()) {
            throw new RuleSetRejected(guard.faults());
        }
    }

    private Optional<PolicyEvent> mayDraft(Ledger ledger, Drafted drafted) throws PolicyRefusal {
        if (ledger.version(drafted.hash()).isPresent()) {
            return Optional.empty();
        }
        if (drafted.parent() != null) {
            require(ledger, drafted.parent());
        }
        requireOwnName(ledger, drafted.hash(), drafted.name());
        return Optional.of(drafted);
    }

    /** A decision names its version: no two that were ever more than drafts may have one name. */
    private void requireOwnName(Ledger ledger, String hash, String name) throws PolicyRefusal {
        Optional<Version> namesake = ledger.versions().stream()
                .filter(one -> !one.hash().equals(hash) && one.name().equals(name))
                .filter(one -> ledger.state(one, now()) != State.DRAFT && ledger.state(one, now()) != State.REJECTED)
                .findFirst();
        if (namesake.isPresent()) {
            throw new PolicyRefusal(
                    Why.INVALID,
                    "the name `" + name + "` is that of version "
                            + namesake.get().hash() + "; give another in manifest.yaml");
        }
    }

    /**
     * Asks for a version to be approved.
     *
     * @param analysis the impact analysis of it against what is in force
     * @param reason needed where it asks for more urgent responses a week than an area says that it can make
     * @throws PolicyRefusal where it fails its check, or was not tried on past cases against what is in force now
     * @throws RuleSetRejected where a factor of a version in force is gone in it, or means something else
     */
    public Version submit(String hash, String analysis, @Nullable String reason, String by)
            throws PolicyRefusal, RuleSetRejected {
        State state = state(hash);
        if (state != State.DRAFT) {
            throw new PolicyRefusal(Why.NOT_NOW, "only a draft can be submitted, and this version is " + state.code());
        }
        List<String> faults = checks.faults(files(hash));
        if (!faults.isEmpty()) {
            throw new PolicyRefusal(Why.INVALID, "the version fails its check:\n" + String.join("\n", faults));
        }
        RuleFiles candidate = files(hash);
        CheckedRules rules = RuleSetReader.check(candidate);
        for (Ledger.InForce inForce : log.read().inForce(now()).values()) {
            requireSameFactors(inForce.hash(), rules, candidate);
        }
        return steps.step(hash, by, ledger -> {
            Version version = requireState(ledger, hash, State.DRAFT, "submitted");
            requireOwnName(ledger, hash, version.name());
            Impact.Finding finding = finding(ledger, hash, analysis);
            if (!finding.overCeiling().isEmpty() && Reason.isTooShort(reason)) {
                throw new PolicyRefusal(
                        Why.INVALID,
                        String.join("; ", finding.overCeiling()) + "; say in `reason`, in " + Reason.SHORTEST
                                + " characters or more, why it should be in force all the same");
            }
            return Optional.of(new Submitted(hash, analysis, reason));
        });
    }

    private Impact.Finding finding(Ledger ledger, String hash, String analysis) throws PolicyRefusal {
        Impact.Finding finding = impact.finding(analysis)
                .orElseThrow(() -> new PolicyRefusal(
                        Why.INVALID, "there is no finished impact analysis `" + analysis + "`; make one first"));
        if (!finding.candidate().equals(hash)) {
            throw new PolicyRefusal(Why.INVALID, "the impact analysis `" + analysis + "` is of another version");
        }
        boolean stillInForce = ledger.inForce(now()).values().stream()
                .anyMatch(one -> one.hash().equals(finding.against()));
        if (!stillInForce) {
            throw new PolicyRefusal(
                    Why.NOT_NOW,
                    "the impact analysis `" + analysis + "` is against a version that is in force no more;"
                            + " make a new one");
        }
        return finding;
    }

    /**
     * Accepts that cases come out lower.
     *
     * @param cases references of cases that the approver has opened
     * @param reason why; needed where they are accepted as a group
     * @throws PolicyRefusal where the version waits for no approval, a case is not one of the analysis, or the author
     *     would accept it
     */
    public Version accept(String hash, List<String> cases, @Nullable String reason, String by) throws PolicyRefusal {
        return steps.step(hash, by, ledger -> {
            Version version = requireState(ledger, hash, State.SUBMITTED, "looked at");
            requireAnother(version, by);
            if (cases.isEmpty()) {
                throw new PolicyRefusal(Why.INVALID, "name in `cases` what is accepted");
            }
            Submitted submitted = submitted(version);
            Set<String> downgraded = downgraded(submitted);
            Optional<String> strange =
                    cases.stream().filter(one -> !downgraded.contains(one)).findFirst();
            if (strange.isPresent()) {
                throw new PolicyRefusal(
                        Why.INVALID, "`" + strange.get() + "` is no case that the analysis lists as downgraded");
            }
            if (cases.size() > 1 && downgraded.size() <= MOST_OPENED_ONE_BY_ONE) {
                throw new PolicyRefusal(
                        Why.INVALID,
                        "with " + downgraded.size() + " downgraded cases each is opened and accepted on its own;"
                                + " groups are for more than " + MOST_OPENED_ONE_BY_ONE);
            }
            if (cases.size() > 1 && Reason.isTooShort(reason)) {
                throw new PolicyRefusal(
                        Why.INVALID,
                        "say in `reason`, in " + Reason.SHORTEST + " characters or more, why the group is accepted");
            }
            return Optional.of(new Accepted(
                    hash, submitted.analysis(), cases.stream().map(log::mark).toList(), reason));
        });
    }

    /**
     * Approves a version.
     *
     * @param seen ids of the changes that the approver has seen, see {@link #first}
     * @throws PolicyRefusal where it is not submitted, the approver is its author or submitted it, a change that must be
     *     seen is not named, or a downgraded case is not accepted
     */
    public Version approve(String hash, String note, List<String> seen, String by) throws PolicyRefusal {
        return steps.step(hash, by, ledger -> {
            Version version = requireState(ledger, hash, State.SUBMITTED, "approved");
            requireAnother(version, by);
            Reason.require(note, "note");
            List<Seen> named = FirstChanges.seen(changes.of(ledger, hash, now()), List.of(), seen);
            Set<String> left = notAccepted(version);
            if (!left.isEmpty()) {
                throw new PolicyRefusal(
                        Why.NOT_NOW,
                        left.size() + (left.size() == 1 ? " downgraded case is" : " downgraded cases are")
                                + " not accepted yet; open each and accept it");
            }
            return Optional.of(new Approved(hash, note, named));
        });
    }

    /** Turns a submitted version down; its author may be the one who does. */
    public Version reject(String hash, String reason, String by) throws PolicyRefusal {
        return steps.step(hash, by, ledger -> {
            requireState(ledger, hash, State.SUBMITTED, "rejected");
            Reason.require(reason, "reason");
            return Optional.of(new Rejected(hash, reason));
        });
    }

    /**
     * Puts a version in force, at once or at a moment. An earlier version may be put in force again: that is how a
     * change is rolled back.
     *
     * @param areas for which areas, {@code *} for all that have none of their own
     * @param from from when on; at once where it is left out
     * @param seen ids of changes against what came into force since it was approved; a version that was in force once
     *     needs none, so that the way back is short
     * @throws PolicyRefusal where it was never approved, the moment is past, or a change that must be seen is not named
     */
    public Version activate(
            String hash, Set<String> areas, @Nullable Instant from, String reason, List<String> seen, String by)
            throws PolicyRefusal {
        return steps.step(hash, by, ledger -> {
            Version version = require(ledger, hash);
            State state = ledger.state(version, now());
            if (state != State.APPROVED && state != State.ACTIVE && state != State.RETIRED) {
                throw new PolicyRefusal(
                        Why.NOT_NOW, "only an approved version can be put in force, and this one is " + state.code());
            }
            if (areas.isEmpty()) {
                throw new PolicyRefusal(Why.INVALID, "name the areas in `areas`, or `*` for all");
            }
            if (from != null && from.isBefore(now())) {
                throw new PolicyRefusal(
                        Why.INVALID, "`from` is past; leave it out to put the version in force at once");
            }
            Reason.require(reason, "reason");
            List<Seen> named = ledger.cameIntoForce(hash, now()).isPresent()
                    ? List.of()
                    : FirstChanges.seen(changes.of(ledger, hash, now()), version.seen(), seen);
            return Optional.of(new Activated(hash, areas, from == null ? now() : from, reason, named));
        });
    }

    /**
     * Withdraws what is ahead of a version: its activations that are still to come do not come.
     *
     * @param areas for which areas, as the activations name them; all of them where it is empty
     * @throws PolicyRefusal where nothing is ahead, or its moment is too near for every node to hear of it
     */
    public Version withdraw(String hash, Set<String> areas, String reason, String by) throws PolicyRefusal {
        return steps.step(hash, by, ledger -> {
            Version version = require(ledger, hash);
            SortedSet<String> withdrawn = Withdrawal.of(ledger, version, areas, now());
            Reason.require(reason, "reason");
            return Optional.of(new Withdrawn(hash, withdrawn, reason));
        });
    }

    /** What whoever approves a version looks at before all else. */
    public First first(Version version) {
        Ledger ledger = log.read();
        boolean waits = ledger.state(version, now()) == State.SUBMITTED;
        List<String> left = waits ? notAccepted(version).stream().sorted().toList() : List.of();
        try {
            return new First(changes.of(ledger, version.hash(), now()), null, left);
        } catch (PolicyRefusal unreadable) {
            return new First(List.of(), unreadable.getMessage(), left);
        }
    }

    /**
     * What happened to a version, for somebody who may not know of every case: of what was accepted those cases alone
     * that they may know of, and no acceptance of others alone, as one case an acceptance would count them.
     *
     * @param known whether they may know of a case, by the reference that the analysis gives it
     */
    public List<Logged> events(Version version, Predicate<String> known) {
        return KnownCases.of(impact, log::mark, known).in(version.events());
    }

    /** The files of a version. */
    public RuleFiles files(String hash) throws PolicyRefusal {
        require(log.read(), hash);
        return archive.files(hash)
                .orElseThrow(() -> new IllegalStateException("the files of the rule set " + hash + " are lost"));
    }

    private State state(String hash) throws PolicyRefusal {
        Ledger ledger = log.read();
        return ledger.state(require(ledger, hash), now());
    }

    private static Version require(Ledger ledger, String hash) throws PolicyRefusal {
        return Steps.require(ledger, hash);
    }

    private Version requireState(Ledger ledger, String hash, State wanted, String what) throws PolicyRefusal {
        Version version = require(ledger, hash);
        State state = ledger.state(version, now());
        if (state != wanted) {
            throw new PolicyRefusal(
                    Why.NOT_NOW,
                    "only a version that is " + wanted.code() + " can be " + what + ", and this one is "
                            + state.code());
        }
        return version;
    }

    private static void requireAnother(Version version, String by) throws PolicyRefusal {
        boolean submittedIt = version.latest(Submitted.class)
                .filter(one -> one.by().equals(by))
                .isPresent();
        if (version.author().equals(by) || submittedIt) {
            throw new PolicyRefusal(
                    Why.NOT_YOU, "a second person approves a version: not its author, and not who submitted it");
        }
    }

    private static Submitted submitted(Version version) {
        return version.latest(Submitted.class)
                .map(one -> (Submitted) one.event())
                .orElseThrow();
    }

    private Set<String> notAccepted(Version version) {
        Set<String> left = downgraded(submitted(version));
        version.events().stream()
                .map(Logged::event)
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .forEach(accepted -> left.removeIf(one -> accepted.cases().contains(log.mark(one))));
        return left;
    }

    private Set<String> downgraded(Submitted submitted) {
        Set<String> references = new HashSet<>();
        impact.finding(submitted.analysis())
                .orElseThrow(() -> new IllegalStateException("the analysis " + submitted.analysis() + " is lost"))
                .downgraded()
                .forEach(one -> references.add(one.reference()));
        return references;
    }
}
