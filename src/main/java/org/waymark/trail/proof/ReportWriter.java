package org.waymark.trail.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.waymark.trail.log.Checkpoint;
import org.waymark.trail.log.MalformedText;
import org.waymark.trail.proof.Report.Counts;
import org.waymark.trail.proof.Report.Newest;
import org.waymark.trail.proof.Scope.OneDecision;
import org.waymark.trail.proof.Scope.OnePerson;
import org.waymark.trail.proof.Scope.WholeLog;

/** Says in sentences what was checked, what follows and what does not: for a court, or a parent's solicitor. */
final class ReportWriter {

    private final ContentCheck content;
    private final Anchor anchor;
    private final Faults faults;
    private final Scope scope;

    ReportWriter(ContentCheck content, Anchor anchor, Faults faults) {
        this.content = content;
        this.anchor = anchor;
        this.faults = faults;
        this.scope = content.header().scope();
    }

    static Report noExport(long lines, Faults faults) {
        return new Report(
                false,
                null,
                null,
                null,
                new Counts(lines, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                faults.all(),
                faults.full());
    }

    Report report(long lines) {
        Counts counts = content.counts(lines);
        List<LineFault> all = faults.all();
        boolean verified = all.isEmpty();
        Optional<Newest> newest = newest();
        return new Report(
                verified,
                scope.code(),
                scope.of().isEmpty() ? null : scope.of(),
                newest.orElse(null),
                counts,
                checked(counts),
                verified ? proves(counts, newest.orElseThrow()) : List.of(),
                verified ? doesNotProve(counts) : List.of(),
                all,
                faults.full());
    }

    private Optional<Newest> newest() {
        try {
            return content.signatures()
                    .newest()
                    .map(Checkpoint::of)
                    .map(one -> new Newest(
                            Shown.cut(one.origin()), one.size(), one.root().base64(), cosigned()));
        } catch (MalformedText e) {
            return Optional.empty();
        }
    }

    private List<String> cosigned() {
        List<String> cosigned = new ArrayList<>();
        content.signatures()
                .cosigned()
                .forEach((witness, time) -> cosigned.add(Shown.cut(witness.name()) + " at "
                        + (time > MOST_SECONDS ? "no known time" : Instant.ofEpochSecond(time))));
        return cosigned;
    }

    /** Past any date that there is a name for. */
    private static final long MOST_SECONDS = 253_402_300_799L;

    private List<String> checked(Counts counts) {
        List<String> checked = new ArrayList<>();
        checked.add("every one of " + counts.lines()
                + " lines, for its exact form and against the hash and the signature in the last line");
        checked.add("the signatures of " + counted(counts.checkpoints(), "checkpoint", "checkpoints"));
        checked.add(
                scope instanceof WholeLog
                        ? "the tree of the log, built again from " + counted(counts.entries(), "entry", "entries")
                                + " and compared with every checkpoint"
                        : "the proof of " + counted(counts.entries(), "entry", "entries")
                                + " to be in the log, and of older checkpoints to be its beginning");
        checked.add("the chain of entries about each young person, and that nothing is recorded twice");
        checked.add("the content of " + counted(counts.opened(), "entry", "entries")
                + ", opened with its key and compared with the text in the file");
        checked.add("the files of " + counted(counts.ruleSets(), "rule set", "rule sets") + ", against their hash");
        if (counts.erased() > 0) {
            checked.add("the records of erasing: the log has one for " + counted(counts.erased(), "entry", "entries")
                    + " whose content is not in the file");
        }
        if (!anchor.checkpoints().isEmpty()) {
            checked.add(counted(anchor.checkpoints().size(), "checkpoint", "checkpoints")
                    + " from elsewhere, which the log must continue");
        }
        return checked;
    }

    private static String counted(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private List<String> proves(Counts counts, Newest newest) {
        List<String> proves = new ArrayList<>();
        proves.add("Each entry in the file is, to the letter, the one in the log that was signed as `" + newest.origin()
                + "` when it had " + counted(newest.size(), "entry", "entries") + ". None was changed since.");
        if (scope instanceof WholeLog) {
            proves.add(
                    "These are all entries that the log had then, in its order; none is missing or was put in later.");
        } else if (scope instanceof OnePerson) {
            proves.add("The entries about this young person are without a gap from the first to the last in the file.");
        } else if (scope instanceof OneDecision) {
            proves.add("The decision, the entries that counted as its history"
                    + (counts.ruleSets() == 0 ? "" : " and the rules it names") + " are as they were recorded.");
        }
        if (content.signatures().passedOn()) {
            proves.add(
                    "The key that signed the newest checkpoint took over from the one that was given: an entry of the"
                            + " log says so, in a checkpoint that the given key signed.");
        }
        newest.cosigned().forEach(one -> proves.add("The newest checkpoint was seen and cosigned by " + one + "."));
        return proves;
    }

    private List<String> doesNotProve(Counts counts) {
        List<String> not = new ArrayList<>();
        if (anchor.keys().isEmpty()) {
            not.add("That the file is from the service it names: no key was given, so its signatures were checked with"
                    + " the key in the file itself. Somebody who made the whole file anew, with a key of their own, would"
                    + " pass. Get the public key from the service, or better from a partner agency, and give it with"
                    + " --key.");
        }
        if (anchor.witnesses().isEmpty() && anchor.checkpoints().isEmpty()) {
            not.add(
                    "That whoever holds the key did not write the whole log again: only a checkpoint that somebody else"
                            + " kept, given with --checkpoint, or the cosignature of a witness, given with --witness, shows that.");
        }
        if (!(scope instanceof WholeLog)) {
            not.add("That nothing else is recorded: entries after the last in the file, or about others, are not shown"
                    + " to be absent. An export of the whole log shows that.");
        }
        if (counts.erased() > 0) {
            not.add("What " + counted(counts.erased(), "entry", "entries") + " said: their content was erased. That"
                    + " they were recorded, when, and by whom is proven, and so is who had them erased, when and why.");
        }
        not.add("That what was recorded is true, or that the times are right: times are those of the service's clock.");
        return not;
    }
}
