package org.waymark.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waymark.access.Areas;
import org.waymark.access.Caller;
import org.waymark.access.Role;

/**
 * What stands around every page: who is signed in, for which areas, and where they can go.
 *
 * @param actor empty where nobody is signed in
 * @param areas their names; empty for all of them
 * @param lasts how many seconds their session lasts from now; 0 where they have none, or one without an end
 * @param tour the step of a demo's tour that the address names; empty where it names none
 */
record Frame(String actor, List<String> areas, boolean everyArea, List<Link> links, int lasts, String tour) {

    /**
     * Somewhere to go.
     *
     * @param name its word in the messages
     * @param here whether the page is it, or belongs to it
     */
    record Link(String name, String address, boolean here) {}

    private record Place(String name, String address, Set<Role> roles) {}

    private static final String AUDIT = "audit";
    private static final Pattern TOUR = Pattern.compile("(?:^|&)tour=([0-9]{1,2})(?:&|$)");

    private static final List<Place> PLACES = List.of(
            new Place("work-list", "/work-list", Set.of(Role.SCREENER, Role.MANAGER)),
            new Place("young-people", "/young-people", Set.of(Role.SCREENER, Role.MANAGER, Role.AUDITOR)),
            new Place("drafts", "/drafts", Set.of(Role.SCREENER, Role.MANAGER)),
            new Place("decisions", "/decisions", Set.of(Role.MANAGER, Role.AUDITOR)),
            new Place(AUDIT, "/audit", Set.of(Role.MANAGER, Role.AUDITOR)),
            new Place("rules", "/rules", Set.of(Role.POLICY, Role.APPROVER, Role.AUDITOR)));

    static Frame of(HttpServletRequest request) {
        Caller caller = Caller.of(request.getUserPrincipal());
        String address = request.getRequestURI();
        List<Link> links = new ArrayList<>();
        for (Place place : PLACES) {
            if (caller.isAnyOf(place.roles())) {
                links.add(new Link(place.name(), place.address(), address.startsWith(place.address())));
            }
        }
        Areas areas = caller.areas();
        return new Frame(
                caller.actor(),
                List.copyOf(new TreeSet<>(areas.named())),
                areas.all(),
                List.copyOf(links),
                lasts(request),
                tour(request));
    }

    /** Out of the address as it stands: the frame is also around what is said where no field can be read. */
    private static String tour(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher found = TOUR.matcher(query == null ? "" : query);
        return found.find() ? found.group(1) : "";
    }

    private static int lasts(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? 0 : Math.max(0, session.getMaxInactiveInterval());
    }

    /** Whether they are to be told before their session ends. */
    public boolean ends() {
        return signedIn() && lasts > 0;
    }

    public boolean signedIn() {
        return !actor.isEmpty();
    }

    /** Whether the pages for auditors are among the places to go to. */
    public boolean mayAudit() {
        return links.stream().anyMatch(link -> link.name().equals(AUDIT));
    }
}
