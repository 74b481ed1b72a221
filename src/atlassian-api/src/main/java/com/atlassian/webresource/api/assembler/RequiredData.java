package com.atlassian.webresource.api.assembler;

import com.atlassian.json.marshal.Jsonable;

/**
 * Values that a page's scripts can claim.
 *
 * <p>Source: dossier 2.4 [P7].
 */
public interface RequiredData {
    RequiredData requireData(String key, Jsonable content);

    RequiredData requireData(String key, String content);
}
