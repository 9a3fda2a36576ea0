package org.waymark.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;

/** What somebody with a browser is shown where the filters let nobody through. */
public interface PageFace {

    /** To somebody who is signed in, and may not see this page or do what it would do. */
    void forbidden(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException;

    /** To somebody whose name or password was not right. */
    void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException;
}
