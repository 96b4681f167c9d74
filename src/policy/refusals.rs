//! What a serializer of results refuses: nothing that the engine says is made of it.

/// The methods and types of `serde::Serializer` for bytes and for variants with several values, refused; `$ok` is what the
/// serializer gives.
macro_rules! refusals {
    ($ok:ty) => {
        type SerializeTupleVariant = serde::ser::Impossible<$ok, std::fmt::Error>;
        type SerializeStructVariant = serde::ser::Impossible<$ok, std::fmt::Error>;

        fn serialize_bytes(self, _: &[u8]) -> Result<$ok, std::fmt::Error> {
            Err(std::fmt::Error)
        }

        fn serialize_tuple_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeTupleVariant, std::fmt::Error> {
            Err(std::fmt::Error)
        }

        fn serialize_struct_variant(
            self,
            _: &'static str,
            _: u32,
            _: &'static str,
            _: usize,
        ) -> Result<Self::SerializeStructVariant, std::fmt::Error> {
            Err(std::fmt::Error)
        }
    };
}

pub(super) use refusals;
