package com.atlassian.confluence.pages;

import com.atlassian.confluence.core.SpaceContentEntityObject;

/**
 * A page or a blog post.
 *
 * <p>Source: dossier 4.5 [V8]
 */
public abstract class AbstractPage extends SpaceContentEntityObject {}
