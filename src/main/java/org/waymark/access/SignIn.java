package org.waymark.access;

import java.util.Optional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/** How users of this service show who they are: as local users, or with an identity provider. */
public interface SignIn {

    /** Adds that to the filters. */
    void addTo(HttpSecurity http) throws Exception;

    /** Adds what somebody with a browser needs to the filters of the pages; signing out ends the session. */
    void addToPages(HttpSecurity http, PageFace face) throws Exception;

    /** Where somebody with a browser who asks for the page to sign in is sent on to; empty for the page itself. */
    Optional<String> elsewhere();

    /** What the header `WWW-Authenticate` asks for. */
    String challenge();

    /** What to do, in words, for somebody who is not signed in. */
    String howTo();
}
