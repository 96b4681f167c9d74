//! Enumerations of stable codes: each code is defined in one place, with its spelling and its meaning.

/// Defines an enumeration of codes from the variants, their comments and their spelling in the npm package.
macro_rules! codes {
    ($(#[$attribute:meta])* pub enum $name:ident { $($(#[doc = $line:literal])+ $variant:ident = $code:literal,)+ }) => {
        $(#[$attribute])*
        pub enum $name { $($(#[doc = $line])+ $variant,)+ }

        impl $name {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Returns the code as the npm package spells it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Returns the meaning of the code, one sentence.
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($line),+).trim_ascii(),)+ }
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let code = |code: &Self| serde_json::json!({ "const": code.as_str(), "description": code.meaning() });
                let codes: Vec<_> = Self::ALL.iter().map(code).collect();
                schemars::json_schema!({ "oneOf": codes })
            }
        }
    };
}

pub(crate) use codes;
