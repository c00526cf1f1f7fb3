//! Reading what a type alone would take: maps in which a key stands twice, batches of nothing. Does not know what the maps hold.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// Reads a map, refusing a key that stands twice.
pub fn each_once<'de, D, K, V>(deserializer: D) -> Result<BTreeMap<K, V>, D::Error>
where
    D: Deserializer<'de>,
    K: Deserialize<'de> + Ord,
    V: Deserialize<'de>,
{
    struct EachOnce<K, V>(PhantomData<(K, V)>);
    impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for EachOnce<K, V> {
        type Value = BTreeMap<K, V>;
        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut read = BTreeMap::new();
            while let Some((key, value)) = map.next_entry()? {
                if read.insert(key, value).is_some() {
                    return Err(A::Error::custom("a key stands twice"));
                }
            }
            Ok(read)
        }
    }
    deserializer.deserialize_map(EachOnce(PhantomData))
}

/// Reads how many operations a batch has at most, if that is said, refusing none.
pub(crate) fn at_least_one<'de, D, N>(deserializer: D) -> Result<N, D::Error>
where
    D: Deserializer<'de>,
    N: Deserialize<'de> + Into<Option<u32>> + Copy,
{
    let number = N::deserialize(deserializer)?;
    if number.into() == Some(0) {
        return Err(D::Error::custom("a batch has at least 1 operation"));
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_stands_twice_is_refused() {
        let read = |text: &str| each_once::<_, String, u8>(&mut serde_json::Deserializer::from_str(text));
        assert_eq!(read(r#"{"a":1,"b":2}"#).unwrap().len(), 2);
        assert!(read(r#"{"a":1,"a":2}"#).is_err());
    }

    #[test]
    fn a_batch_of_nothing_is_refused() {
        let read = |text: &str| at_least_one::<_, u32>(&mut serde_json::Deserializer::from_str(text)).ok();
        assert_eq!((read("1"), read("0")), (Some(1), None));
        let asked =
            |text: &str| at_least_one::<_, Option<u32>>(&mut serde_json::Deserializer::from_str(text)).ok();
        assert_eq!((asked("null"), asked("7"), asked("0")), (Some(None), Some(Some(7)), None));
    }
}
