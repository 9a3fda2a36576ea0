package org.waymark.access;

import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Who calls: the account that the trail names, what it may do, and of which areas it may know.
 *
 * @param actor the same for the same account for ever
 */
public record Caller(String actor, Set<Role> roles, Areas areas) {

    private static final String ROLE = "ROLE_";
    private static final String AREA = "AREA_";

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody of whom nothing has to be asked, as another guard let them in: a stream, or the service itself. */
    public static Caller everywhere(String actor) {
        return new Caller(actor, Set.of(), Areas.ALL);
    }

    /** Who is signed in; nobody, who may do nothing and know of nothing, where that is not one of ours. */
    public static Caller of(@Nullable Principal user) {
        if (!(user instanceof Authentication known) || known instanceof AnonymousAuthenticationToken) {
            return new Caller("", Set.of(), Areas.NONE);
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> areas = new ArrayList<>();
        for (GrantedAuthority authority : known.getAuthorities()) {
            String name = String.valueOf(authority.getAuthority());
            if (name.startsWith(AREA)) {
                areas.add(name.substring(AREA.length()));
            } else if (name.startsWith(ROLE)) {
                Role.named(name.substring(ROLE.length()).toLowerCase(java.util.Locale.ROOT))
                        .ifPresent(roles::add);
            }
        }
        return new Caller(known.getName(), roles, Areas.of(areas));
    }

    /** The form in which a sign-in keeps roles and areas, and {@link #of} finds them again. */
    public static List<GrantedAuthority> authorities(Collection<Role> roles, Areas areas) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        roles.forEach(role -> authorities.add(new SimpleGrantedAuthority(ROLE + role.name())));
        areas.named().forEach(area -> authorities.add(new SimpleGrantedAuthority(AREA + area)));
        if (areas.all()) {
            authorities.add(new SimpleGrantedAuthority(AREA + Areas.EVERY));
        }
        return authorities;
    }

    /** Whether one of these roles is among those of the caller. */
    public boolean isAnyOf(Collection<Role> wanted) {
        return roles.stream().anyMatch(wanted::contains);
    }
}
