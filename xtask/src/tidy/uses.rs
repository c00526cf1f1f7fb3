//! The paths by which one module of a crate names another: `use` declarations and paths that begin with `crate`,
//! `self` or `super`. Paths to other crates are left out.

use super::rust::Token;

/// A path to something in the same crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathUse {
    /// From the crate's root, without `crate`. A glob ends in `*`.
    pub segments: Vec<String>,
    /// The name it gets here, for a `use` declaration.
    pub name: Option<String>,
    /// Whether it is made visible from outside (`pub use`, `pub(crate) use`).
    pub public: bool,
    pub line: usize,
}

/// All paths of a module's source into its own crate; `module` is where the module itself stands, from the root.
pub fn paths(module: &[String], tokens: &[Token<'_>]) -> Vec<PathUse> {
    let children = children(tokens);
    let mut found = Vec::new();
    let mut inline: Vec<(&str, usize)> = Vec::new();
    let (mut depth, mut public, mut previous) = (0_usize, false, "");
    let mut rest = tokens;
    while let Some((first, tail)) = rest.split_first() {
        let next = |at: usize| tail.get(at).map_or("", |token| token.text);
        rest = tail;
        match first.text {
            "{" | "}" | ";" => {
                public = false;
                match first.text {
                    "{" => depth += 1,
                    "}" => {
                        depth = depth.saturating_sub(1);
                        inline.retain(|(_, opened_at)| *opened_at < depth);
                    }
                    _ => {}
                }
            }
            "pub" => public = true,
            "mod" if next(1) == "{" => inline.push((next(0), depth)),
            "use" if next(0) != "<" => {
                let mut tree = Tree { line: first.line, public, declaration: true, found: Vec::new() };
                rest = tree.read(tail, &[]);
                found.extend(resolved(tree, module, &inline, &children));
            }
            // `pub(in crate::a)` says who may see, not what is used; `a::self` is no start either.
            "crate" | "self" | "super" if next(0) == "::" && previous != "in" && previous != "::" => {
                let mut tree =
                    Tree { line: first.line, public: false, declaration: false, found: Vec::new() };
                tree.read_plain(first, tail);
                found.extend(resolved(tree, module, &inline, &children));
            }
            _ => {}
        }
        previous = first.text;
    }
    found
}

/// The paths of a tree from the crate's root, those to other crates left out.
fn resolved(tree: Tree, module: &[String], inline: &[(&str, usize)], children: &[&str]) -> Vec<PathUse> {
    let mut base = module.to_vec();
    base.extend(inline.iter().map(|(name, _)| (*name).to_owned()));
    let absolute =
        |path: PathUse| Some(PathUse { segments: absolute(&base, children, &path.segments)?, ..path });
    tree.found.into_iter().filter_map(absolute).collect()
}

/// The modules that a source declares.
pub fn children<'a>(tokens: &[Token<'a>]) -> Vec<&'a str> {
    let names = tokens.iter().skip(1).zip(tokens.iter().skip(2));
    tokens
        .iter()
        .zip(names)
        .filter(|(keyword, (_, after))| keyword.text == "mod" && matches!(after.text, ";" | "{"))
        .map(|(_, (name, _))| name.text)
        .collect()
}

/// A path from the crate's root, where it leads into this crate.
fn absolute(base: &[String], children: &[&str], segments: &[String]) -> Option<Vec<String>> {
    let (first, mut rest) = segments.split_first()?;
    let mut place = base.to_vec();
    match first.as_str() {
        "crate" => place.clear(),
        "self" => {}
        "super" => drop(place.pop()),
        child if children.contains(&child) => place.push(child.to_owned()),
        _ => return None,
    }
    while let Some((segment, tail)) = rest.split_first()
        && segment == "super"
    {
        place.pop();
        rest = tail;
    }
    place.extend_from_slice(rest);
    Some(place)
}

struct Tree {
    line: usize,
    public: bool,
    declaration: bool,
    found: Vec<PathUse>,
}

impl Tree {
    fn emit(&mut self, segments: Vec<String>, name: Option<&str>) {
        let name = name.map(str::to_owned).or_else(|| segments.last().cloned());
        let name = name.filter(|_| self.declaration);
        self.found.push(PathUse { segments, name, public: self.public, line: self.line });
    }

    /// Reads one branch of a `use` declaration; gives back what follows it.
    fn read<'s, 'a>(&mut self, tokens: &'s [Token<'a>], prefix: &[String]) -> &'s [Token<'a>] {
        let mut segments = prefix.to_vec();
        let mut rest = tokens;
        while let Some((first, tail)) = rest.split_first() {
            match first.text {
                // A path that starts with `::` names another crate: an empty first segment is none of ours.
                "::" if segments.is_empty() => segments.push(String::new()),
                "::" => {}
                "{" => return self.read_group(tail, &segments),
                "as" => {
                    self.emit(segments, tail.first().map(|token| token.text));
                    return tail.get(1..).unwrap_or(&[]);
                }
                ";" | "," | "}" => {
                    self.emit(segments, None);
                    return rest;
                }
                // In `a::{self, b}`, `self` is `a`.
                "self" if !segments.is_empty() => {}
                word => {
                    self.line = first.line;
                    segments.push(word.to_owned());
                }
            }
            rest = tail;
        }
        rest
    }

    fn read_group<'s, 'a>(&mut self, tokens: &'s [Token<'a>], prefix: &[String]) -> &'s [Token<'a>] {
        let mut rest = tokens;
        while let Some((first, tail)) = rest.split_first() {
            rest = match first.text {
                "}" => return tail,
                "," => tail,
                _ => self.read(rest, prefix),
            };
        }
        rest
    }

    /// Reads a path outside a `use` declaration, as far as it goes.
    fn read_plain(&mut self, first: &Token<'_>, tail: &[Token<'_>]) {
        let mut segments = vec![first.text.to_owned()];
        let mut rest = tail;
        while let [colons, segment, after @ ..] = rest
            && colons.text == "::"
            && segment.text.starts_with(|character: char| character.is_alphabetic() || character == '_')
        {
            segments.push(segment.text.to_owned());
            rest = after;
        }
        self.emit(segments, None);
    }
}

#[cfg(test)]
mod tests {
    use super::super::rust::tokens;
    use super::*;

    fn found(module: &str, source: &str) -> Vec<String> {
        let module: Vec<String> =
            module.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        paths(&module, &tokens(source)).into_iter().map(|path| path.segments.join("::")).collect()
    }

    #[test]
    fn use_trees_are_spread_out() {
        assert_eq!(
            found("tag", "use crate::{Excerpt, issue::{self, Code as C}, text::*}; use std::fmt;"),
            ["Excerpt", "issue", "issue::Code", "text::*"]
        );
    }

    #[test]
    fn paths_in_code_count_and_paths_in_comments_and_strings_do_not() {
        let source =
            "/// [`crate::a`]\nfn f() -> crate::b::C { let _ = \"crate::d\"; crate::e() } // crate::g";
        assert_eq!(found("tag", source), ["b::C", "e"]);
        assert_eq!(found("tag", "pub(in crate::a) fn f() {} pub(crate) fn g() {}"), Vec::<String>::new());
    }

    #[test]
    fn relative_paths_are_followed() {
        assert_eq!(
            found("contact::email", "use super::super::text; use super::consent::X;"),
            ["text", "contact::consent::X"]
        );
        assert_eq!(
            found("tag", "mod tests { use super::*; use super::super::text; } use super::id;"),
            ["tag::*", "text", "id"]
        );
        assert_eq!(
            found("access", "mod compare; pub use compare::X; use serde::Y; use ::compare::Z;"),
            ["access::compare::X"]
        );
    }

    #[test]
    fn a_declaration_names_what_it_brings() {
        let all = paths(&[], &tokens("mod a; pub use a::{B, C as D}; use a::E;"));
        let names: Vec<_> =
            all.iter().map(|path| (path.name.as_deref().unwrap_or(""), path.public)).collect();
        assert_eq!(names, [("B", true), ("D", true), ("E", false)]);
    }
}
