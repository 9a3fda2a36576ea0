package org.waymark.ruleset.words;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.assessment.Catalogue;
import org.waymark.assessment.Factor;
import org.waymark.ruleset.CheckedRules;
import org.waymark.ruleset.Notes;
import org.waymark.screening.pathway.Pathway;
import org.waymark.screening.rule.Manifest;

/** What a rule set calls its own things: factors, groups, pathways and what an area may have. */
public final class Names {

    /**
     * First words of labels that say what a young person is, rather than what there is: {@code found with a weapon}.
     * Such a label needs a "being" before it to stand where a noun stands.
     */
    private static final Set<String> SAY_WHAT_SOMEBODY_IS = Set.of(
            "at", "easily", "found", "in", "listed", "looked", "made", "missing", "named", "open", "placed", "said",
            "seen", "under");

    /** A name that ends in its own short form: {@code Multi-agency child exploitation (MACE)}. */
    private static final Pattern SHORT_FORM = Pattern.compile(".*\\(([A-Z]{2,})\\)");

    private final Catalogue catalogue;
    private final Manifest manifest;
    private final Notes notes;

    public Names(CheckedRules rules) {
        this.catalogue = rules.catalogue();
        this.manifest = rules.manifest();
        this.notes = rules.notes();
    }

    /** A factor as a noun, or as what stands where a noun does. */
    public Phrase factor(String id) {
        return new Phrase(java.util.List.of(new Phrase.OfFactor(id, asNoun(label(id)))));
    }

    /** The same as a text, where there is a catalogue and nothing else; its id for one that is not there any more. */
    public static String noun(Catalogue catalogue, String id) {
        return asNoun(catalogue.factor(id).map(Factor::label).orElse(id));
    }

    private String label(String id) {
        return catalogue.factor(id).map(Factor::label).orElse(id);
    }

    static String asNoun(String label) {
        String first = label.split(" ", 2)[0];
        if (SAY_WHAT_SOMEBODY_IS.contains(first)) {
            return "being " + label;
        }
        if (first.equals("no") || first.equals("nowhere")) {
            return "having " + label;
        }
        return first.equals("not") ? "not being" + label.substring("not".length()) : label;
    }

    /** In what a measure is counted. */
    String unit(String id) {
        return catalogue.factor(id).map(Factor::unit).orElse("");
    }

    /** The factors of a group, in the plural. */
    public Phrase group(String name) {
        String called = notes.groups().getOrDefault(name, "factors of the group " + spaced(name));
        return new Phrase(java.util.List.of(new Phrase.OfGroup(name, called)));
    }

    /** What an area may have. */
    public String attribute(String name) {
        return notes.attributes().getOrDefault(name, spaced(name));
    }

    /** A pathway as a report names it. */
    public String pathwayInFull(Pathway pathway) {
        return manifest.pathwayNames().getOrDefault(pathway, spaced(pathway.code()));
    }

    /** A pathway in the middle of a sentence. Enforcement is so called everywhere, as it is never more than considered. */
    public String pathway(Pathway pathway) {
        if (pathway == Pathway.ENFORCEMENT) {
            return "enforcement";
        }
        String name = pathwayInFull(pathway);
        Matcher shortForm = SHORT_FORM.matcher(name);
        if (shortForm.matches()) {
            return shortForm.group(1);
        }
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : name.substring(0, 1).toLowerCase(Locale.UK) + name.substring(1);
    }

    /** The lowest level, which a condition that asks for no level asks for. */
    String lowestLevel() {
        return manifest.lowestLevel();
    }

    private static String spaced(String code) {
        return code.replace('-', ' ');
    }
}
