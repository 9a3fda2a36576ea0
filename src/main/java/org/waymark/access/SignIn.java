package org.waymark.access;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How users of this service show who they are: as local users, or with an identity provider. */
public interface SignIn {

    /** Adds that to the filters. */
    void addTo(HttpSecurity http) throws Exception;

    /** What the header `WWW-Authenticate` asks for. */
    String challenge();

    /** What to do, in words, for somebody who is not signed in. */
    String howTo();
}
