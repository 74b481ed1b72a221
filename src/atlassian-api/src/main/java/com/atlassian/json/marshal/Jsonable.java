package com.atlassian.json.marshal;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes itself as JSON.
 *
 * <p>Source: dossier 2.4 [P7].
 */
public interface Jsonable {
    void write(Writer writer) throws IOException;
}
