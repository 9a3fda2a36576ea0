package org.waymark.pages.rules;

import java.security.Principal;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.waymark.access.Caller;
import org.waymark.access.Role;
import org.waymark.pages.NoSuchThing;
import org.waymark.pages.rules.BookView.FamilyView;
import org.waymark.ruleset.diff.Detail;
import org.waymark.ruleset.diff.Entry;
import org.waymark.ruleset.diff.RuleSetDiff;

/** What a version says: its rules to look through, and what is other in it than in another. */
@Controller
@RequestMapping("/rules/{hash}")
class BookPages {

    private final RulesDesk desk;

    BookPages(RulesDesk desk) {
        this.desk = desk;
    }

    /**
     * Something that is other.
     *
     * @param subject the code of what kind of thing it is
     * @param kind whether it was added, removed or changed
     */
    record EntryView(String subject, String id, String title, String kind, List<String> lines) {

        static EntryView of(Entry entry) {
            return new EntryView(
                    entry.subject().code(),
                    entry.id(),
                    entry.title(),
                    entry.kind().code(),
                    entry.details().stream().map(Detail::text).toList());
        }
    }

    @GetMapping("/book")
    String book(@PathVariable String hash, @RequestParam(defaultValue = "") String q, Principal user, Model model) {
        model.addAttribute("version", desk.version(hash));
        List<FamilyView> found = desk.read(hash).book().having(q);
        model.addAttribute("families", found);
        model.addAttribute("count", BookView.count(found));
        model.addAttribute("q", q);
        model.addAttribute("writes", Caller.of(user).isAnyOf(List.of(Role.POLICY)));
        return "rules/book";
    }

    @GetMapping("/diff/{other}")
    String diff(@PathVariable String hash, @PathVariable String other, Model model) {
        if (hash.equals(other)) {
            throw new NoSuchThing();
        }
        RuleSetDiff diff =
                RuleSetDiff.of(desk.read(other).rules(), desk.read(hash).rules());
        model.addAttribute("version", desk.version(hash));
        model.addAttribute("other", desk.version(other));
        model.addAttribute("entries", diff.all().stream().map(EntryView::of).toList());
        model.addAttribute(
                "lowering", diff.lowering().stream().map(EntryView::of).toList());
        return "rules/diff";
    }
}
