package com.atlassian.sal.api.message;

import java.io.Serializable;

/**
 * A text by its key, translated where it is shown.
 *
 * <p>Source: dossier 2.3 [P7], its two getters read in a stored copy of the type [S6].
 */
public interface Message extends Serializable {
    String getKey();

    Serializable[] getArguments();
}
